// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "db/query.h"
#include "db/value.h"

namespace okno::db {

// A fault of the database. Lost connections and serialization failures are told apart, because
// Transact repeats the latter by itself and the HTTP layer answers the former with 503
// "database.unavailable".
class Error : public std::runtime_error {
 public:
  Error(std::string sqlstate, std::string constraint, const std::string& what)
      : std::runtime_error(what),
        sqlstate_(std::move(sqlstate)),
        constraint_(std::move(constraint)) {}
  const std::string& sqlstate() const { return sqlstate_; }      // "" when the connection was lost
  const std::string& constraint() const { return constraint_; }  // the broken one's name, or ""
  bool IsUniqueViolation() const { return sqlstate_ == "23505"; }
  bool IsLost() const {
    return sqlstate_.empty() || sqlstate_.starts_with("08") || sqlstate_.starts_with("57P");
  }

 private:
  std::string sqlstate_, constraint_;
};

class Cell {
 public:
  Cell(const char* text, int length, bool null)
      : text_(text, static_cast<std::size_t>(length)), null_(null) {}
  bool is_null() const { return null_; }
  std::string_view raw() const { return text_; }
  template <typename T>
  T As() const {
    if (null_) throw std::runtime_error("db: NULL where a value must be");
    return FromText<T>::Read(text_);
  }
  template <typename T>
  std::optional<T> Maybe() const {
    return null_ ? std::optional<T>() : std::optional<T>(FromText<T>::Read(text_));
  }
  std::string Text() const { return std::string(text_); }  // "" for NULL

 private:
  std::string_view text_;
  bool null_;
};

class Rows;
class Row {
 public:
  Row(const Rows& rows, int index) : rows_(&rows), index_(index) {}
  Cell operator[](std::string_view column) const;  // throws when there is no such column
  Cell operator[](int column) const;

 private:
  const Rows* rows_;
  int index_;
};
// The rows of one statement. Owns the result; Row and Cell are valid while it lives.
class Rows {
 public:
  struct State;
  explicit Rows(std::shared_ptr<State> state);
  int size() const;
  bool empty() const { return size() == 0; }
  long long affected() const;  // rows changed by INSERT, UPDATE, DELETE
  Row operator[](int index) const { return Row(*this, index); }
  Row front() const { return Row(*this, 0); }
  class Iterator {
   public:
    Iterator(const Rows& rows, int index) : rows_(&rows), index_(index) {}
    Row operator*() const { return Row(*rows_, index_); }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const Rows* rows_;
    int index_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }
  const State& state() const { return *state_; }

 private:
  std::shared_ptr<State> state_;
};

// What a transaction may see: rows of one organization, or everything (system work: migrations,
// jobs, sign-in). Set as the transaction-local setting okno.organization_id, which the row-level
// policies read.
struct Scope {
  std::string value;
  static Scope System() { return {"system"}; }
  template <typename Tag>
  static Scope Organization(const Id<Tag>& id) {
    return {id.ToString()};
  }
};

// What listeners of a channel are told (Listener, below).
struct Notice {
  std::string channel, payload;
  auto operator<=>(const Notice&) const = default;
};

class Connection;
// An open transaction. Statements given to Queue travel as one pipeline with the next Run (or the
// commit), so a use case's independent writes cost one round trip; an error of a queued statement
// surfaces there. After an error only the rollback is left, unless a Savepoint surrounded it. Very
// many queued statements are sent in parts.
class Tx {
 public:
  Tx(Connection& connection) : connection_(connection) {}
  Tx(const Tx&) = delete;
  template <typename... Args>
  Rows Run(const Query& query, const Args&... args) {
    return RunParameters(query, {ToParameter(args)...});
  }
  template <typename... Args>
  void Queue(const Query& query, const Args&... args) {
    QueueParameters(query, {ToParameter(args)...});
  }
  Rows RunParameters(const Query& query, std::vector<Parameter> parameters);
  void QueueParameters(const Query& query, std::vector<Parameter> parameters);
  // Runs `f` under a savepoint; what it throws rolls back to it and is rethrown.
  void Savepoint(const std::function<void()>& f);
  // From the next statement on the transaction sees another organization's rows. For system work
  // only.
  void ChangeScope(const Scope& scope);
  // Told to listeners soon after the commit, and not at all after a rollback; equal notices may be
  // told as one. One is lost when the process dies between the two, so who listens must look by
  // itself now and then. `payload` is shorter than 8,000 bytes, a channel's name than 64 (else
  // std::logic_error).
  void Notify(std::string channel, std::string payload);
  std::vector<Notice> TakeNotices() { return std::move(notices_); }  // for the pool

 private:
  Connection& connection_;
  std::vector<Notice> notices_;
};

struct PoolOptions {
  std::string dsn;  // libpq form
  int size = 8;
  std::chrono::milliseconds acquire_timeout{5000};  // then Error (lost): 503
  std::chrono::milliseconds statement_timeout{30000};
};

// Connections of one process. Thread-safe. A lost connection is thrown away and replaced with a
// growing pause.
class Pool {
 public:
  explicit Pool(PoolOptions options);
  ~Pool();
  Pool(const Pool&) = delete;

  // Runs `f(Tx&)` in a transaction and commits when it returns; rolls back when it throws or
  // returns a refused Result. Repeated up to 3 times on a serialization failure or deadlock, and
  // when the connection is lost before COMMIT was sent, so `f` must bear to run again. A connection
  // lost while COMMIT was under way throws sqlstate 08007 (IsLost): the outcome is unknown, the
  // caller's Idempotency-Key makes the repeat safe.
  template <typename F>
  auto Transact(const Scope& scope, F f) -> std::invoke_result_t<F, Tx&> {
    using R = std::invoke_result_t<F, Tx&>;
    if constexpr (std::is_void_v<R>) {
      TransactErased(scope, [&](Tx& tx) {
        f(tx);
        return true;
      });
    } else {
      std::optional<R> result;
      TransactErased(scope, [&](Tx& tx) {
        result.emplace(f(tx));
        if constexpr (requires { result->ok(); })
          return result->ok();
        else
          return true;
      });
      return std::move(*result);
    }
  }
  bool IsAlive();  // SELECT 1 within a second; for /readyz
  int in_use() const;
  // Called after each statement with its name and duration, for metrics; from many threads at once.
  // Within a pipeline a duration counts from the previous answer. Set once, before use.
  void SetObserver(std::function<void(std::string_view query, std::chrono::microseconds)> observer);

 private:
  void TransactErased(const Scope& scope, const std::function<bool(Tx&)>& f);
  struct State;
  std::unique_ptr<State> state_;
};

// One connection that LISTENs on a channel and calls `on_notify(payload)` from its own thread.
// After a lost connection it reconnects by itself. Each time it begins to listen, the first time
// too, it calls `on_gap`: what was notified before is lost. The destructor waits for a call under
// way.
class Listener {
 public:
  Listener(std::string dsn, std::string channel, std::function<void(std::string)> on_notify,
           std::function<void()> on_gap);
  ~Listener();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace okno::db

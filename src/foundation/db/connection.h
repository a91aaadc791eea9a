// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/pool.h"
#include "rows_state.h"

namespace okno::db {

using Deadline = std::chrono::steady_clock::time_point;
using StatementObserver = std::function<void(std::string_view query, std::chrono::microseconds)>;

// How long a server process may take to make one.
inline constexpr std::chrono::milliseconds kConnectLimit{5000};

struct SessionSettings {
  std::string dsn;
  std::chrono::milliseconds statement_timeout{30000};  // 0 = none
  std::chrono::milliseconds lock_timeout{10000};
  std::chrono::milliseconds idle_in_transaction_timeout{60000};
};

// The error "the connection is gone"; `what` goes to the log.
Error LostConnection(const std::string& what);

// One session in libpq's pipeline mode with the transaction that runs on it. Statements wait in a
// queue and travel together with the next Exchange; each is prepared under its name at its first
// use, inside the same pipeline. Used by one thread at a time. After a lost connection only the
// destructor may follow.
class Connection {
 public:
  // Throws Error (lost) when the server can not be reached before the deadline.
  Connection(const SessionSettings& settings, Deadline deadline);
  Connection(const Connection&) = delete;

  // `answer` is given the statement's result when that has arrived.
  void Push(const Query& query, std::vector<Parameter> parameters,
            std::shared_ptr<Rows::State> answer = nullptr);
  // Sends the queue and reads every result. Gives the last statement's rows or throws the first
  // error; after an error the transaction on the server is failed and wants Rollback.
  Rows Exchange();
  std::size_t queued() const { return queue_.size(); }
  void DropQueue() { queue_.clear(); }

  // The transaction begins with the first Exchange, so one that refuses before any statement costs
  // nothing.
  void Begin(const Scope& scope);
  // The whole transaction is one reading statement. What is sent up to a sync point is one
  // transaction even without BEGIN and COMMIT.
  Rows ReadAlone(const Query& query, std::vector<Parameter> parameters);
  void Commit();
  void Rollback() noexcept;

  bool broken() const { return broken_; }
  bool commit_sent() const { return commit_sent_; }
  bool committed() const { return committed_; }
  void ExpectOpen() const;  // throws std::logic_error after Commit
  // False when the server has closed the connection meanwhile; costs no round trip.
  bool LooksAlive();
  // Runs several statements in one text (a migration), outside the pipeline.
  void RunScript(const std::string& sql);
  void SetObserver(const StatementObserver* observer) { observer_ = observer; }
  // Gives up waiting for an answer earlier than the statement timeout would.
  void SetWaitLimit(std::chrono::milliseconds limit) { wait_limit_ = limit; }
  PGconn* handle() { return connection_.get(); }

 private:
  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  struct Statement {
    Query query;
    std::vector<Parameter> parameters;
    std::shared_ptr<Rows::State> answer;
  };
  struct Prepared {
    std::string sql;
    bool ready = false;  // the server has confirmed it
  };
  struct HashOfName : std::hash<std::string_view> {
    using is_transparent = void;
  };
  struct Step {  // what the next result in the pipeline belongs to
    std::string_view query;
    bool prepares = false;
    std::shared_ptr<Rows::State> answer;
  };

  void Open(const std::string& dsn, Deadline deadline);
  void WaitForSocket(bool write, Deadline deadline);
  void EnterPipeline();
  void SendQueue();
  const std::string& Prepare(const Query& query);  // the name
  void Execute(const std::string& name, Statement& statement);
  Rows ReadToSync();
  Deadline AnswerDeadline() const;
  Deadline Observe(const Step& step, Deadline since) const;
  PgResult NextResult(Deadline deadline);
  void TakeResult(Step& step, PgResult result, std::unique_ptr<Error>& error);
  [[noreturn]] void Lose(const std::string& what);

  std::unique_ptr<PGconn, Finish> connection_;
  std::vector<Statement> queue_;
  std::vector<Step> steps_;
  std::unordered_map<std::string, Prepared, HashOfName, std::equal_to<>> prepared_;
  const StatementObserver* observer_ = nullptr;
  std::chrono::milliseconds wait_limit_;
  bool commit_sent_ = false, committed_ = false;
  bool broken_ = false;
};

}  // namespace okno::db

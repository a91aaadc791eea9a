// SPDX-License-Identifier: Apache-2.0
#include "db/pool.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

#include "connection.h"
#include "db/queries.h"
#include "log/log.h"
#include "notifier.h"
#include "open_tx.h"

namespace okno::db {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kRepeats = 3;
constexpr milliseconds kFirstReconnectPause{50};
constexpr milliseconds kLongestReconnectPause{1000};
constexpr milliseconds kAliveLimit{1000};

// A transaction that lost against another one, or whose connection broke before COMMIT was sent,
// has changed nothing and runs again. "0A000" and "26000" come from a prepared statement that a
// migration or a pooler made stale.
bool MayRepeat(const Error& error, const Connection& connection) {
  if (connection.committed()) return false;
  if (error.IsLost()) return !connection.commit_sent();
  const auto& state = error.sqlstate();
  return state == "40001" || state == "40P01" || state == "26000" ||
         (state == "0A000" &&
          std::string_view(error.what()).find("cached plan") != std::string::npos);
}

void PauseBeforeRepeat(int attempt) {
  thread_local std::minstd_rand random{std::random_device{}()};
  std::this_thread::sleep_for(milliseconds(random() % (10 * attempt)));
}

}  // namespace

struct Pool::State {
  explicit State(PoolOptions given)
      : options(std::move(given)),
        session{.dsn = options.dsn, .statement_timeout = options.statement_timeout} {}

  // A connection that goes back to the pool by itself; a broken one is thrown away.
  class Lease {
   public:
    explicit Lease(State& state)
        : state_(state),
          connection_(state.Acquire(steady_clock::now() + state.options.acquire_timeout)) {}
    ~Lease() { state_.Release(std::move(connection_), stale_); }
    Lease(const Lease&) = delete;
    Connection& operator*() { return *connection_; }
    Connection* operator->() { return connection_.get(); }
    void MarkStale() { stale_ = true; }

   private:
    State& state_;
    std::unique_ptr<Connection> connection_;
    bool stale_ = false;
  };

  std::unique_ptr<Connection> Acquire(Deadline deadline);
  std::unique_ptr<Connection> TakeIdle();
  std::unique_ptr<Connection> Connect(std::unique_lock<std::mutex>& lock);
  void Release(std::unique_ptr<Connection> connection, bool stale);

  PoolOptions options;
  SessionSettings session;
  StatementObserver observer;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::unique_ptr<Connection>> idle;  // the last used is taken first
  int open = 0;
  std::string last_failure;
  milliseconds pause{0};
  Deadline next_attempt{};
  std::mutex check_mutex;
  std::unique_ptr<Connection> check;  // of IsAlive, so that a busy pool does not look dead
  Notifier notifier{session};
};

std::unique_ptr<Connection> Pool::State::Acquire(Deadline deadline) {
  std::unique_lock lock(mutex);
  for (;;) {
    if (auto connection = TakeIdle()) return connection;
    const auto now = steady_clock::now();
    if (open < options.size && now >= next_attempt) {
      if (auto connection = Connect(lock)) return connection;
    } else if (now >= deadline) {
      throw LostConnection(last_failure.empty() ? "pool exhausted" : last_failure);
    } else {
      changed.wait_until(lock, open < options.size ? std::min(deadline, next_attempt) : deadline);
    }
  }
}

std::unique_ptr<Connection> Pool::State::TakeIdle() {
  while (!idle.empty()) {
    auto connection = std::move(idle.back());
    idle.pop_back();
    if (connection->LooksAlive()) return connection;
    --open;
  }
  return nullptr;
}

// Null when the server can not be reached; the next attempt waits then.
std::unique_ptr<Connection> Pool::State::Connect(std::unique_lock<std::mutex>& lock) {
  ++open;
  lock.unlock();
  std::unique_ptr<Connection> connection;
  std::string failure;
  try {
    connection = std::make_unique<Connection>(session, steady_clock::now() + kConnectLimit);
    connection->SetObserver(&observer);
  } catch (const std::exception& error) {
    failure = error.what();
  }
  lock.lock();
  last_failure = failure;
  if (connection) {
    pause = milliseconds(0);
    return connection;
  }
  --open;
  pause = std::clamp(pause * 2, kFirstReconnectPause, kLongestReconnectPause);
  next_attempt = steady_clock::now() + pause;
  changed.notify_one();
  log::Warning("db_connect_failed", {{"error", failure}});
  return nullptr;
}

void Pool::State::Release(std::unique_ptr<Connection> connection, bool stale) {
  std::lock_guard lock(mutex);
  if (connection->broken() || stale) {
    --open;
  } else {
    idle.push_back(std::move(connection));
  }
  changed.notify_one();
}

Pool::Pool(PoolOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Pool::~Pool() = default;

void Pool::TransactErased(const Scope& scope, const std::function<bool(Tx&)>& f) {
  for (int attempt = 1;; ++attempt) {
    State::Lease connection(*state_);
    try {
      connection->Begin(scope);
      OpenTx tx(*connection);
      const bool accepted = f(tx), committed = connection->committed();
      if (committed && !accepted) throw std::logic_error("db: refused after the commit");
      if (!accepted) return connection->Rollback();
      if (!committed) connection->Commit();
      return state_->notifier.Tell(tx.TakeNotices());
    } catch (const Error& error) {
      connection->Rollback();
      if (!MayRepeat(error, *connection) || attempt > kRepeats) {
        if (!error.IsLost() || !connection->commit_sent()) throw;
        throw Error("08007", "",
                    std::string("db: the outcome of COMMIT is unknown: ") + error.what());
      }
      if (error.sqlstate() == "0A000" || error.sqlstate() == "26000") connection.MarkStale();
    } catch (...) {
      connection->Rollback();
      throw;
    }
    PauseBeforeRepeat(attempt);
  }
}

bool Pool::IsAlive() {
  std::lock_guard lock(state_->check_mutex);
  auto& check = state_->check;
  try {
    if (!check || !check->LooksAlive()) {
      check = std::make_unique<Connection>(state_->session, steady_clock::now() + kAliveLimit);
      check->SetWaitLimit(kAliveLimit);
    }
    check->Push(queries::kPing, {});
    check->Exchange();
    return true;
  } catch (const std::exception&) {
    check.reset();
    return false;
  }
}

int Pool::in_use() const {
  std::lock_guard lock(state_->mutex);
  return state_->open - static_cast<int>(state_->idle.size());
}

void Pool::SetObserver(StatementObserver observer) { state_->observer = std::move(observer); }

}  // namespace okno::db

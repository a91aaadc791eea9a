// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/pool.h"
#include "json/json.h"
#include "time/time.h"

namespace okno::jobs {

// An event: something that has happened, told upward. A row of jobs.outbox written in the
// transaction of the fact; the dispatcher makes one job per subscriber of it (in one transaction),
// so each subscriber handles it once, on its own schedule. Events are dispatched in their order,
// but handled side by side: a handler that minds the order reads the object's state. Payload: ids
// and words of state, no personal data.
struct Event {
  std::string type;  // "exchange.response_received"
  Json payload;
  std::string organization_id;  // whose scope the handler gets; "" = system
};
void Publish(db::Tx& tx, const Event& event);

// Work to be done later, at least once. Two equal (kind, key) that still wait are one job, with the
// first one's payload; one that is running already does not count, so what changed meanwhile is
// seen by the second. Outside transactions the second waits for the end of the first: of equal jobs
// one runs at a time.
struct NewJob {
  std::string kind;  // "exchange.deliver"
  std::string key;   // "" = no deduplication
  Json payload;
  std::string organization_id;
  std::optional<Instant> run_at;  // now if empty
  int max_attempts = 10;
};
void Enqueue(db::Tx& tx, const NewJob& job);

struct Job {
  Uuid id;
  std::string kind;
  Json payload;
  std::string organization_id;
  int attempt = 1;
};

// Runs jobs. Two kinds of handlers:
// - in a transaction: the handler's writes and the job's removal commit together, so the effect
// happens exactly once.
//   It sees the rows of the job's organization. Several short ones may share a transaction; when
//   one of them throws, all are rolled back and run again, each alone;
// - outside: for network calls. The job is leased for `lease` (20 s or more), which the threads of
// Start renew as long as it runs; when its process was killed, or stood still for that long, it runs
// again elsewhere. A handler that throws is repeated with a growing pause (1 s, 2 s, 4 s … 5 min, with
// jitter); after max_attempts the job is parked: state 'parked', last_error kept, visible in
// /metrics and to the administrator. What is due is decided by `clock`. A lost database is nobody's
// failure: the runner waits and goes on.
class Runner {
 public:
  Runner(db::Pool& pool, const Clock& clock);
  ~Runner();
  void Handle(std::string kind, std::function<void(db::Tx&, const Job&)> handler);
  void HandleOutside(std::string kind, std::chrono::seconds lease,
                     std::function<void(const Job&)> handler);
  // Delivers events of `type` to `handler` as jobs of kind "<subscriber>:<type>". Subscriptions are
  // kept in the database from the first start on, so every process dispatches for all.
  void Subscribe(std::string type, std::string subscriber,
                 std::function<void(db::Tx&, const Job&)> handler);
  // A periodic task: at most one process of all runs it at a time, every `period`. It holds one
  // connection of the pool while it runs. What it throws is logged, and it waits for its next turn.
  void Every(std::string name, std::chrono::milliseconds period, std::function<void()> task);

  // Threads of this process; woken by NOTIFY through `dsn`. Handlers are named before. Stop waits
  // for what runs. One thread (of two or more) is always left for jobs in transactions, however
  // long network calls take.
  void Start(const std::string& dsn, int threads);
  void Stop();
  // Runs whatever is due now, in this thread, until nothing is; returns how many jobs ran. For
  // tests and the demo.
  int RunDue();
  // Jobs waiting (or running) and parked, how long the oldest has been due; for metrics.
  struct Depth {
    long long waiting = 0, parked = 0;
    double oldest_seconds = 0;
  };
  Depth depth();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// For the administrator: jobs that have failed for good, oldest first, and another try for one of
// them (false when it is not parked, or an equal job waits already).
struct ParkedJob {
  Job job;
  std::string last_error;
};
std::vector<ParkedJob> FindParked(db::Tx& tx, int limit);
bool RetryParked(db::Tx& tx, const Uuid& id);

}  // namespace okno::jobs

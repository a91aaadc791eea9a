// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "db/pool.h"
#include "json/json.h"
#include "time/time.h"

namespace okno::jobs {

// An event: something that has happened, told upward. A row of jobs.outbox written in the transaction of the fact;
// the dispatcher makes one job per subscriber of it (in one transaction), so each subscriber handles it once, on its
// own schedule. Payload: ids and words of state, no personal data.
struct Event {
  std::string type;        // "exchange.response_received"
  Json payload;
  std::string organization_id;  // whose scope the handler gets; "" = system
};
void Publish(db::Tx& tx, const Event& event);

// Work to be done later, at least once. Two equal (kind, key) that still wait are one job.
struct NewJob {
  std::string kind;        // "exchange.deliver"
  std::string key;         // "" = no deduplication
  Json payload;
  std::string organization_id;
  std::optional<Instant> run_at;   // now if empty
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
// - in a transaction: the handler's writes and the job's removal commit together, so the effect happens exactly once;
// - outside: for network calls. The job is leased for `lease`; a process killed meanwhile makes it run again.
// A handler that throws is repeated with a growing pause (1 s, 2 s, 4 s … 5 min, with jitter); after max_attempts the
// job is parked: state 'parked', last_error kept, visible in /metrics and to the administrator.
class Runner {
 public:
  Runner(db::Pool& pool, const Clock& clock);
  ~Runner();
  void Handle(std::string kind, std::function<void(db::Tx&, const Job&)> handler);
  void HandleOutside(std::string kind, std::chrono::seconds lease, std::function<void(const Job&)> handler);
  // Delivers events of `type` to `handler` as jobs of kind "<subscriber>:<type>".
  void Subscribe(std::string type, std::string subscriber, std::function<void(db::Tx&, const Job&)> handler);
  // A periodic task: at most one process of all runs it at a time, every `period`.
  void Every(std::string name, std::chrono::milliseconds period, std::function<void()> task);

  // Threads of this process; woken by NOTIFY through `dsn`. Stop waits for what runs.
  void Start(const std::string& dsn, int threads);
  void Stop();
  // Runs whatever is due now, in this thread, until nothing is; returns how many jobs ran. For tests and the demo.
  int RunDue();
  // Jobs waiting and parked, oldest waiting; for metrics.
  struct Depth { long long waiting = 0, parked = 0; double oldest_seconds = 0; };
  Depth depth();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace okno::jobs

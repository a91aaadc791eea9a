// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "db/pool.h"
#include "files/store.h"
#include "http/metrics.h"
#include "jobs/jobs.h"
#include "time/time.h"

namespace okno::exchange {

struct WorkerOptions {
  // How often connections are looked through for polls that are due; each has pauses of its own.
  std::chrono::milliseconds poll_tick{1000};
  std::string data_folder;  // relative key paths of connections are taken below it
  std::chrono::milliseconds answer_timeout{30'000};  // a call to the bus without an answer is over
};

// Registers the jobs of this room (deliver, poll) with the runner. One connection's queue is polled
// by one process at a time. `clock` times the schedule; message ids and signing times always use
// the system's clock, because СМЭВ refuses stale ones.
class Worker {
 public:
  Worker(db::Pool& db, files::Store& files, const Clock& clock, jobs::Runner& runner,
         WorkerOptions options);
  ~Worker();
  // Polls every connection once until its queues are empty; returns how many messages came. For
  // tests and the demo.
  int PollNow();
  // The same of queues whose pause is over, as the periodic task has it done.
  int PollDue();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Lists of revoked certificates that do not count as they lie in the data folder, for metrics: in
// the place of how many, or beside them, what was read before counts, and how many nobody has ever
// read. While there is one of these nothing is received.
struct RevocationOutlook {
  int kept = 0;
  int unread = 0;
};
RevocationOutlook OutlookOfRevocations(const std::string& data_folder);

}  // namespace okno::exchange

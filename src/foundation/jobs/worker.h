// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "storage/job_store.h"

namespace okno::jobs {

using InsideHandler = std::function<void(db::Tx&, const Job&)>;
using OutsideHandler = std::function<void(const Job&)>;

struct Schedule {
  std::string name;
  std::chrono::milliseconds period;
  std::function<void()> task;
};

// What the runner's threads do, one step at a time. Safe for many threads once the handlers are
// named. Database errors are thrown to the caller; what handlers throw is recorded at their jobs.
class Worker {
 public:
  Worker(db::Pool& pool, const Clock& clock) : pool_(pool), clock_(clock) {}

  void AddInside(std::string kind, InsideHandler handler);
  void AddOutside(std::string kind, std::chrono::seconds lease, OutsideHandler handler);
  void AddSubscription(std::string type, std::string subscriber);
  void AddSchedule(Schedule schedule);
  void SaveDeclarations();  // once, before the steps

  int DispatchEvents();  // how many events
  int RunInside();       // how many jobs were run
  int RunOutside();
  // Prolongs the leases of the jobs that run outside just now, of any thread.
  void RenewLeases();
  // Runs each periodic task that is due, once; gives how long until the next may be due.
  std::chrono::milliseconds RunSchedules();

 private:
  int RunBatch(std::vector<ClaimedJob>& claimed);
  void RunAlone(const ClaimedJob& claimed);
  std::optional<std::string> RunHeld(const ClaimedJob& claimed);
  void Fail(const ClaimedJob& claimed, const std::string& error);
  Instant RunSchedule(const Schedule& schedule);

  db::Pool& pool_;
  const Clock& clock_;
  std::map<std::string, InsideHandler, std::less<>> inside_;
  std::map<std::string, OutsideHandler, std::less<>> outside_;
  std::vector<std::string> inside_kinds_;
  Leases leases_;
  std::mutex holding_;
  std::map<Uuid, ClaimedJob> held_;  // by token
  std::vector<std::pair<std::string, std::string>> subscriptions_;
  std::vector<Schedule> schedules_;
};

}  // namespace okno::jobs

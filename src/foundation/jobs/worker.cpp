// SPDX-License-Identifier: Apache-2.0
#include "worker.h"

#include <algorithm>
#include <random>
#include <stdexcept>

#include "jobs/queries.h"
#include "log/log.h"
#include "pause.h"

namespace okno::jobs {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kEventsAtOnce = 200;
constexpr int kJobsAtOnce = 20;
// Handlers of a batch hold the locks of all before them: the batch ends when they prove slow.
constexpr milliseconds kLongestBatch{20};
constexpr std::size_t kLongestError = 500;

double Jitter() {
  thread_local std::minstd_rand random{std::random_device{}()};
  return std::uniform_real_distribution<>()(random);
}

// A lost database is not the handler's failure; everything else is.
template <typename F>
std::optional<std::string> ErrorOf(F f) {
  try {
    f();
    return std::nullopt;
  } catch (const db::Error& error) {
    if (error.IsLost()) throw;
    return error.what();
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "unknown exception";
  }
}

}  // namespace

void Worker::AddInside(std::string kind, InsideHandler handler) {
  inside_kinds_.push_back(kind);
  if (outside_.contains(kind) || !inside_.emplace(kind, std::move(handler)).second) {
    throw std::logic_error("jobs: two handlers of " + kind);
  }
}

void Worker::AddOutside(std::string kind, std::chrono::seconds lease, OutsideHandler handler) {
  leases_.kinds.push_back(kind);
  leases_.seconds.push_back(std::to_string(lease.count()));
  if (inside_.contains(kind) || !outside_.emplace(kind, std::move(handler)).second) {
    throw std::logic_error("jobs: two handlers of " + kind);
  }
}

void Worker::AddSubscription(std::string type, std::string subscriber) {
  subscriptions_.emplace_back(std::move(type), std::move(subscriber));
}

void Worker::AddSchedule(Schedule schedule) { schedules_.push_back(std::move(schedule)); }

void Worker::SaveDeclarations() {
  pool_.Transact(db::Scope::System(), [&](db::Tx& tx) {
    for (const auto& [type, subscriber] : subscriptions_) {
      tx.Queue(queries::kSaveSubscription, type, subscriber);
    }
    for (const auto& schedule : schedules_) tx.Queue(queries::kSaveSchedule, schedule.name);
  });
}

int Worker::DispatchEvents() {
  return pool_.Transact(db::Scope::System(),
                        [](db::Tx& tx) { return DispatchOutbox(tx, kEventsAtOnce); });
}

int Worker::RunInside() {
  if (inside_.empty()) return 0;
  std::vector<ClaimedJob> claimed;
  int ran = 0;
  const auto error = ErrorOf([&] { ran = RunBatch(claimed); });
  if (!error) return ran;
  if (claimed.size() == 1) {
    Fail(claimed.front(), *error);
  } else {
    for (const auto& each : claimed) RunAlone(each);
  }
  return static_cast<int>(claimed.size());
}

int Worker::RunBatch(std::vector<ClaimedJob>& claimed) {
  return pool_.Transact(db::Scope::System(), [&](db::Tx& tx) {
    claimed = ClaimInside(tx, inside_kinds_, clock_.Now(), kJobsAtOnce);
    const auto end = steady_clock::now() + kLongestBatch;
    int ran = 0;
    for (const auto& [job, max_attempts, token] : claimed) {
      // Removed first: the handler may enqueue the same kind and key again.
      QueueDelete(tx, job);
      tx.ChangeScope(ScopeOf(job));
      inside_.find(job.kind)->second(tx, job);
      ++ran;
      if (steady_clock::now() > end) break;
    }
    return ran;
  });
}

void Worker::RunAlone(const ClaimedJob& claimed) {
  const auto error = ErrorOf([&] {
    pool_.Transact(ScopeOf(claimed.job), [&](db::Tx& tx) {
      if (TakeWaiting(tx, claimed.job)) inside_.find(claimed.job.kind)->second(tx, claimed.job);
    });
  });
  if (error) Fail(claimed, *error);
}

int Worker::RunOutside() {
  if (outside_.empty()) return 0;
  auto claimed = pool_.Transact(
      db::Scope::System(), [&](db::Tx& tx) { return ClaimOutside(tx, leases_, clock_.Now()); });
  if (!claimed) return 0;
  if (claimed->job.attempt > claimed->max_attempts) {
    Fail(*claimed, "the process ended while the job ran");
    return 1;
  }
  if (const auto error = RunHeld(*claimed)) {
    Fail(*claimed, *error);
  } else {
    pool_.Transact(db::Scope::System(), [&](db::Tx& tx) { FinishOutside(tx, *claimed); });
  }
  return 1;
}

// Known as held while the handler runs, so that its lease is renewed.
std::optional<std::string> Worker::RunHeld(const ClaimedJob& claimed) {
  {
    std::lock_guard lock(holding_);
    held_.emplace(*claimed.token, claimed);
  }
  const auto let_go = [&] {
    std::lock_guard lock(holding_);
    held_.erase(*claimed.token);
  };
  try {
    auto error = ErrorOf([&] { outside_.find(claimed.job.kind)->second(claimed.job); });
    let_go();
    return error;
  } catch (...) {
    let_go();
    throw;
  }
}

void Worker::RenewLeases() {
  HeldLeases held;
  {
    std::lock_guard lock(holding_);
    for (const auto& [token, claimed] : held_) {
      const auto kind = std::ranges::find(leases_.kinds, claimed.job.kind) - leases_.kinds.begin();
      held.jobs.push_back(claimed.job.id.ToString());
      held.tokens.push_back(token.ToString());
      held.seconds.push_back(leases_.seconds[static_cast<std::size_t>(kind)]);
    }
  }
  if (held.jobs.empty()) return;
  pool_.Transact(db::Scope::System(),
                 [&](db::Tx& tx) { jobs::RenewLeases(tx, held, clock_.Now()); });
}

void Worker::Fail(const ClaimedJob& claimed, const std::string& error) {
  const Instant again = clock_.Now() + PauseAfter(claimed.job.attempt, Jitter());
  auto record = [&](db::Tx& tx) {
    RecordFailure(tx, claimed, error.substr(0, kLongestError), again);
  };
  try {
    pool_.Transact(db::Scope::System(), record);
  } catch (const db::Error& race) {
    // An equal job was enqueued between the two statements; now it is seen and takes this one's
    // place.
    if (!race.IsUniqueViolation()) throw;
    pool_.Transact(db::Scope::System(), record);
  }
  const bool parked = claimed.job.attempt >= claimed.max_attempts;
  log::Warning(parked ? "job_parked" : "job_failed", {{"kind", claimed.job.kind},
                                                      {"job", claimed.job.id.ToString()},
                                                      {"attempt", claimed.job.attempt},
                                                      {"error", error}});
}

milliseconds Worker::RunSchedules() {
  constexpr milliseconds kNever{std::chrono::hours(1)};
  milliseconds pause = kNever;
  for (const auto& schedule : schedules_) {
    const auto left = std::chrono::ceil<milliseconds>(RunSchedule(schedule) - clock_.Now());
    pause = std::clamp(left, milliseconds(1), pause);
  }
  return pause;
}

// Gives the time of its next turn.
Instant Worker::RunSchedule(const Schedule& schedule) {
  return pool_.Transact(db::Scope::System(), [&](db::Tx& tx) {
    const Instant now = clock_.Now();
    const db::Rows rows = tx.Run(queries::kClaimSchedule, schedule.name, now);
    if (rows.empty()) return now + schedule.period;  // another process runs it
    if (!rows.front()["due"].As<bool>()) return rows.front()["next_at"].As<Instant>();
    try {
      schedule.task();
    } catch (const std::exception& error) {
      log::Error("schedule_failed", {{"schedule", schedule.name}, {"error", error.what()}});
    }
    tx.Queue(queries::kSetSchedule, schedule.name, now + schedule.period);
    return now + schedule.period;
  });
}

}  // namespace okno::jobs

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/pool.h"
#include "jobs/jobs.h"

namespace okno::jobs {

inline constexpr char kChannel[] = "okno_jobs";  // wakes the runners of all processes

// A job in the hands of this process. `token` is its lease when it runs outside a transaction.
struct ClaimedJob {
  Job job;
  int max_attempts = 1;
  std::optional<Uuid> token;
};

struct Leases {
  std::vector<std::string> kinds;
  std::vector<std::string> seconds;  // of the kind at the same place
};

db::Scope ScopeOf(const Job& job);

// Turns up to `limit` events into jobs; how many were taken.
int DispatchOutbox(db::Tx& tx, int limit);
// Locks up to `limit` due jobs until the transaction ends.
std::vector<ClaimedJob> ClaimInside(db::Tx& tx, const std::vector<std::string>& kinds, Instant now,
                                    int limit);
// Whether the job still waits; it is removed by this transaction then.
bool TakeWaiting(db::Tx& tx, const Job& job);
void QueueDelete(db::Tx& tx, const Job& job);

std::optional<ClaimedJob> ClaimOutside(db::Tx& tx, const Leases& leases, Instant now);
// Leases of jobs that run in this process, and their lengths in seconds.
struct HeldLeases {
  std::vector<std::string> jobs, tokens, seconds;
};
void RenewLeases(db::Tx& tx, const HeldLeases& held, Instant now);
void FinishOutside(db::Tx& tx, const ClaimedJob& claimed);
void RecordFailure(db::Tx& tx, const ClaimedJob& claimed, const std::string& error,
                   Instant run_again);

}  // namespace okno::jobs

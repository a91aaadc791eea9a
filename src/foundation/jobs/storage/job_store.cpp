// SPDX-License-Identifier: Apache-2.0
#include "storage/job_store.h"

#include "jobs/queries.h"

namespace okno::jobs {
namespace {

constexpr int kEventAttempts =
    20;  // the last pauses are 5 minutes: more than an hour before it is parked

// One that gets lost costs no more than the pause in which idle threads look by themselves.
void WakeRunners(db::Tx& tx) { tx.Notify(kChannel, ""); }

Job ReadJob(const db::Row& row) {
  return {.id = row["id"].As<Uuid>(),
          .kind = row["kind"].Text(),
          .payload = row["payload"].As<Json>(),
          .organization_id = row["organization_id"].Text(),
          .attempt = row["attempt"].As<int>() + 1};
}

ClaimedJob ReadClaimed(const db::Row& row) {
  return {
      .job = ReadJob(row), .max_attempts = row["max_attempts"].As<int>(), .token = std::nullopt};
}

}  // namespace

void Publish(db::Tx& tx, const Event& event) {
  tx.Queue(queries::kPublish, event.type, event.payload, event.organization_id);
  WakeRunners(tx);
}

void Enqueue(db::Tx& tx, const NewJob& job) {
  tx.Queue(queries::kEnqueue, Uuid::NewV7(), job.kind, job.key, job.payload, job.organization_id,
           job.run_at, job.max_attempts);
  WakeRunners(tx);
}

std::vector<ParkedJob> FindParked(db::Tx& tx, int limit) {
  std::vector<ParkedJob> parked;
  for (const db::Row row : tx.Run(queries::kFindParked, limit)) {
    ParkedJob entry{ReadJob(row), row["last_error"].Text()};
    entry.job.attempt -= 1;  // the one that failed, not the next
    parked.push_back(std::move(entry));
  }
  return parked;
}

bool RetryParked(db::Tx& tx, const Uuid& id) {
  const bool found = tx.Run(queries::kRetryParked, id).affected() == 1;
  if (found) WakeRunners(tx);
  return found;
}

db::Scope ScopeOf(const Job& job) {
  return job.organization_id.empty() ? db::Scope::System() : db::Scope{job.organization_id};
}

int DispatchOutbox(db::Tx& tx, int limit) {
  return tx.Run(queries::kDispatchOutbox, limit, kEventAttempts).front()["events"].As<int>();
}

std::vector<ClaimedJob> ClaimInside(db::Tx& tx, const std::vector<std::string>& kinds, Instant now,
                                    int limit) {
  std::vector<ClaimedJob> claimed;
  for (const db::Row row : tx.Run(queries::kClaimInside, kinds, now, limit)) {
    claimed.push_back(ReadClaimed(row));
  }
  return claimed;
}

bool TakeWaiting(db::Tx& tx, const Job& job) {
  return tx.Run(queries::kTakeWaiting, job.id).affected() == 1;
}

void QueueDelete(db::Tx& tx, const Job& job) { tx.Queue(queries::kDeleteWaiting, job.id); }

std::optional<ClaimedJob> ClaimOutside(db::Tx& tx, const Leases& leases, Instant now) {
  const Uuid token = Uuid::NewV7();
  const db::Rows rows = tx.Run(queries::kClaimOutside, leases.kinds, leases.seconds, now, token);
  if (rows.empty()) return std::nullopt;
  ClaimedJob claimed = ReadClaimed(rows.front());
  claimed.token = token;
  return claimed;
}

void RenewLeases(db::Tx& tx, const HeldLeases& held, Instant now) {
  tx.Queue(queries::kRenewLeases, held.jobs, held.tokens, held.seconds, now);
}

void FinishOutside(db::Tx& tx, const ClaimedJob& claimed) {
  tx.Queue(queries::kFinishOutside, claimed.job.id, claimed.token);
}

void RecordFailure(db::Tx& tx, const ClaimedJob& claimed, const std::string& error,
                   Instant run_again) {
  tx.Queue(queries::kDropSuperseded, claimed.job.id);
  tx.Queue(queries::kRecordFailure, claimed.job.id, claimed.job.attempt, run_again, error,
           claimed.token);
}

}  // namespace okno::jobs

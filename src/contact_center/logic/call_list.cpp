// SPDX-License-Identifier: Apache-2.0
#include "logic/call_list.h"

#include "applications/calls.h"
#include "contact_center/jobs.h"
#include "logic/rules/outcomes.h"
#include "storage/call_store.h"

namespace okno::contact_center {

void OnStatusChanged(const Services& services, db::Tx& tx, const jobs::Job& job) {
  const auto id = applications::ApplicationId::Parse(job.payload.value("application_id", ""));
  // Locked: a status that is left between reading it and opening the call would leave a call that
  // nothing ends, for the event of the leaving may be handled before this commits.
  const auto application = id ? applications::FindAndLock(tx, *id) : std::nullopt;
  if (!application) return;
  const auto reason = rules::ReasonFor(application->status);
  storage::CloseCalls(tx, application->id, reason);
  if (!reason.empty()) storage::OpenCall(tx, *application, reason, services.clock.Now());
  AnnounceList(tx, application->organization_id);
}

void RegisterJobs(jobs::Runner& runner, const Services& services) {
  runner.Subscribe(
      applications::kStatusChanged, "contact_center",
      [&services](db::Tx& tx, const jobs::Job& job) { OnStatusChanged(services, tx, job); });
}

}  // namespace okno::contact_center

// SPDX-License-Identifier: Apache-2.0
#include "logic/call_list.h"

#include "applications/calls.h"
#include "contact_center/jobs.h"
#include "logic/rules/outcomes.h"
#include "storage/call_store.h"

namespace okno::contact_center {

namespace {

constexpr char kLater[] = "later";

// Locked: a status that is left between reading it and opening the call would leave a call that
// nothing ends, for the event of the leaving may be handled before this commits.
std::optional<applications::Application> LockCase(db::Tx& tx, const jobs::Job& job) {
  const auto id = applications::ApplicationId::Parse(job.payload.value("application_id", ""));
  return id ? applications::FindAndLock(tx, *id) : std::nullopt;
}

// The one open call of the case is for this reason from now on.
void CallFor(const Services& services, db::Tx& tx, const applications::Application& application,
             std::string_view reason) {
  storage::CloseCalls(tx, application.id, reason);
  storage::OpenCall(tx, application, reason, services.clock.Now());
}

}  // namespace

void OnStatusChanged(const Services& services, db::Tx& tx, const jobs::Job& job) {
  const auto application = LockCase(tx, job);
  if (!application) return;
  const auto reason = rules::ReasonFor(application->status);
  if (!reason.empty()) {
    CallFor(services, tx, *application, reason);
  } else {
    storage::CloseCalls(tx, application->id, rules::IsAwaited(*application) ? kLater : "");
  }
  AnnounceList(tx, application->organization_id);
}

void OnPromiseBroken(const Services& services, db::Tx& tx, const jobs::Job& job) {
  const auto application = LockCase(tx, job);
  if (!application) return;
  if (rules::IsAwaited(*application)) {
    CallFor(services, tx, *application, kLater);
  } else {
    storage::CloseCalls(tx, application->id, rules::ReasonFor(application->status));
  }
  AnnounceList(tx, application->organization_id);
}

void RegisterJobs(jobs::Runner& runner, const Services& services) {
  const auto subscribe = [&](const char* event, auto handler) {
    runner.Subscribe(
        event, "contact_center",
        [&services, handler](db::Tx& tx, const jobs::Job& job) { handler(services, tx, job); });
  };
  subscribe(applications::kStatusChanged, OnStatusChanged);
  subscribe(applications::kPromiseBroken, OnPromiseBroken);
}

}  // namespace okno::contact_center

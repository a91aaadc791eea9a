// SPDX-License-Identifier: Apache-2.0
#include "applications/jobs.h"

#include "inquiries/calls.h"
#include "log/log.h"
#include "logic/agency_events.h"
#include "logic/case_file.h"
#include "logic/inquiry_events.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

constexpr int kBatch = 200;

// Each in its own transaction: one broken case must not hold up the others. Judged anew under the
// lock, because the operator may be handing it over this very second.
bool GiveUpRework(const Services& services, const storage::ExpiredRework& expired, Instant now) {
  return services.db.Transact(db::Scope::Organization(expired.organization_id), [&](db::Tx& tx) {
    auto application = storage::FindForUpdate(tx, expired.id);
    if (!application || !application->rework) return false;
    const auto branch = access::FindBranch(tx, application->branch_id);
    const bool over = application->rework->until < LocalDate(now, branch.value().time_zone);
    const auto next = rules::After(rules::Happening::kReworkExpired, application->status);
    if (!over || !next) return false;
    ChangeStatus(tx, *application, *next, access::Actor::System("Окно"),
                 {.code = "applications.history.rework_expired",
                  .detail = FormatDateRu(application->rework->until)},
                 now);
    return true;
  });
}

}  // namespace

int ExpireReworks(const Services& services) {
  const auto now = services.clock.Now();
  // The last day has passed in the zone where days end first; each branch's own zone is judged
  // under the lock.
  const auto today = LocalDate(now, "Asia/Kamchatka");
  const auto expired = services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return storage::ListExpiredReworks(tx, today, kBatch);
  });
  int given_up = 0;
  for (const auto& rework : expired) {
    try {
      given_up += GiveUpRework(services, rework, now) ? 1 : 0;
    } catch (const std::exception& error) {  // one broken case must not hold up the others
      log::Error("rework_expiry_failed", {{"what", error.what()}});
    }
  }
  return given_up;
}

void RegisterJobs(jobs::Runner& runner, const Services& services) {
  const auto subscribe = [&](const char* event, auto handler) {
    runner.Subscribe(event, "applications", [&services, handler](db::Tx& tx, const jobs::Job& job) {
      handler(services, tx, job);
    });
  };
  subscribe("exchange.request_sent", OnRequestSent);
  subscribe("exchange.delivery_delayed", OnDeliveryDelayed);
  subscribe("exchange.delivery_failed", OnDeliveryFailed);
  subscribe("exchange.status_received", OnStatusReceived);
  subscribe("exchange.response_received", OnResponseReceived);
  subscribe("exchange.response_refused", OnResponseRefused);
  subscribe(inquiries::kAnswered, OnInquiryAnswered);
  runner.Every("applications.expire_reworks", std::chrono::minutes(10),
               [&services] { ExpireReworks(services); });
}

}  // namespace okno::applications

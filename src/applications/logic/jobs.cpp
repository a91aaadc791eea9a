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
bool GiveUpRework(const Services& services, const storage::ExpiredCase& expired, Instant now) {
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

// The last day to collect the result: so many after the applicant was told of it. Empty while
// nobody has told them.
std::optional<Date> LastDayToCollect(db::Tx& tx, const Application& application, int days) {
  std::optional<Instant> told;
  for (const auto& entry : storage::AskHistory(tx, application.id).Get()) {
    if (entry.to == Status::kReadyToIssue) told = entry.at;
  }
  if (!told) return std::nullopt;
  const auto branch = access::FindBranch(tx, application.branch_id);
  return std::chrono::sys_days(LocalDate(*told, branch.value().time_zone)) +
         std::chrono::days(days);
}

bool GiveUpResult(const Services& services, const storage::ExpiredCase& expired, Instant now) {
  return services.db.Transact(db::Scope::Organization(expired.organization_id), [&](db::Tx& tx) {
    auto application = storage::FindForUpdate(tx, expired.id);
    if (!application) return false;
    const auto next = rules::After(rules::Happening::kNeverCollected, application->status);
    const auto last_day = LastDayToCollect(tx, *application, services.keep_results_days);
    const auto branch = access::FindBranch(tx, application->branch_id);
    if (!next || !last_day || LocalDate(now, branch.value().time_zone) <= *last_day) return false;
    ChangeStatus(
        tx, *application, *next, access::Actor::System("Окно"),
        {.code = "applications.history.result_unclaimed", .detail = FormatDateRu(*last_day)}, now);
    return true;
  });
}

template <typename GiveUp>
int GiveUpEach(const Services& services, const std::vector<storage::ExpiredCase>& expired,
               GiveUp give_up, Instant now) {
  int given_up = 0;
  for (const auto& one : expired) {
    try {
      given_up += give_up(services, one, now) ? 1 : 0;
    } catch (const std::exception& error) {  // one broken case must not hold up the others
      log::Error("expiry_failed", {{"what", error.what()}});
    }
  }
  return given_up;
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
  return GiveUpEach(services, expired, GiveUpRework, now);
}

int ExpireResults(const Services& services) {
  const auto now = services.clock.Now();
  const auto expired = services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return storage::ListResultsToldBefore(tx, now - std::chrono::days(services.keep_results_days),
                                          kBatch);
  });
  return GiveUpEach(services, expired, GiveUpResult, now);
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
  runner.HandleOutside(kTakeInquiryAnswer, std::chrono::minutes(2),
                       [&services](const jobs::Job& job) { TakeInquiryAnswer(services, job); });
  runner.Every("applications.expire_reworks", std::chrono::minutes(10),
               [&services] { ExpireReworks(services); });
  runner.Every("applications.expire_results", std::chrono::hours(1),
               [&services] { ExpireResults(services); });
}

}  // namespace okno::applications

// SPDX-License-Identifier: Apache-2.0
#include "applications/by_paper.h"

#include <algorithm>
#include <chrono>

#include "access/directory.h"
#include "logic/agency_events.h"
#include "logic/agency_term.h"
#include "logic/case_file.h"
#include "logic/rules/completeness.h"
#include "logic/rules/deadlines.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

using rules::Happening;

bool GoesOnPaper(const Services& services, const Application& application) {
  const auto service = services.catalog.Find(application.service_code, application.service_version);
  return service && !service->electronic;
}

// The case, locked, when nothing keeps it from going.
Result<Case> LockReady(db::Tx& tx, const Services& services, const ApplicationId& id, Instant now) {
  auto application = storage::FindForUpdate(tx, id);
  if (!application) return Refusal::NotFound("applications.not_found");
  if (!IsOpen(application->status)) return Refusal::Conflict("applications.already_closed");
  if (!rules::After(Happening::kSentByCourier, application->status))
    return Refusal::Conflict("applications.not_in_processing");
  if (!GoesOnPaper(services, *application))
    return Refusal::Conflict("applications.electronic_service");
  auto subject = Complete(tx, services, std::move(*application));
  const auto found = rules::CompletenessOf(subject, TodayAt(subject, now));
  if (!found.complete()) return found.ToRefusal();
  return subject;
}

// The case, locked, when what happens to it can happen where it is.
Result<Application> LockAtAgency(db::Tx& tx, const Services& services, const ApplicationId& id,
                                 Happening happening) {
  auto application = storage::FindForUpdate(tx, id);
  if (!application) return Refusal::NotFound("applications.not_found");
  if (!rules::After(happening, application->status))
    return Refusal::Conflict("applications.not_at_agency");
  if (!GoesOnPaper(services, *application))
    return Refusal::Conflict("applications.electronic_service");
  return std::move(*application);
}

// No term of the agency runs any more: what the receipt promised is due.
void ProcessAgain(db::Tx& tx, Application& application, const access::Actor& actor,
                  const Note& note, Instant now) {
  application.planned_date = rules::PromisedDate(application);
  application.promised_date.reset();
  application.registered_on.reset();
  ChangeStatus(tx, application, Status::kProcessing, actor, note, now);
}

// Noon, so that it is the same day wherever it is read; today's decision is not of an hour to come.
Instant MomentOf(Date decided_on, const std::string& time_zone, Instant now) {
  return std::min(now, LocalMoment(decided_on, std::chrono::hours(12), time_zone));
}

// «№ 17-А от 26.11.2026, пакет 0101-П-26-0005»
std::string Describe(const PaperResult& result, const std::string& how) {
  const auto& number = result.registration_number;
  return (number.empty() ? "" : "№ " + number + " ") + "от " + FormatDateRu(result.decided_on) +
         ", " + how;
}

}  // namespace

Outcome JudgeForCourier(db::Tx& tx, const Services& services, const ApplicationId& id,
                        Instant now) {
  const auto subject = LockReady(tx, services, id, now);
  if (!subject) return subject.refusal();
  return Done();
}

Outcome SendByCourier(db::Tx& tx, const Services& services, const ApplicationId& id,
                      const access::Actor& actor, const std::string& how, Instant now) {
  auto subject = LockReady(tx, services, id, now);
  if (!subject) return subject.refusal();
  ChangeStatus(tx, subject->application, Status::kSentByCourier, actor,
               {.code = "applications.history.sent_by_courier", .detail = how}, now);
  return Done();
}

void NoteTakenOnPaper(db::Tx& tx, const Services& services, const ApplicationId& id,
                      const access::Actor& actor, Date received_on, const std::string& how,
                      Instant now) {
  auto application = storage::FindForUpdate(tx, id);
  if (!application) return;
  const auto next = rules::After(Happening::kTakenOnPaper, application->status);
  if (!next) return;
  CountTermFrom({.told_at = now, .on = received_on, .planned = {}}, services, *application, tx,
                now);
  ChangeStatus(tx, *application, *next, actor,
               {.code = "applications.history.taken_on_paper",
                .detail = FormatDateRu(received_on) + ", " + how},
               now);
}

void NoteNotTaken(db::Tx& tx, const ApplicationId& id, const access::Actor& actor,
                  const std::string& reason, const std::string& how, Instant now) {
  auto application = storage::FindForUpdate(tx, id);
  if (!application || !rules::After(Happening::kNotTaken, application->status)) return;
  ProcessAgain(tx, *application, actor,
               {.code = "applications.history.not_taken_on_paper", .detail = how, .reason = reason},
               now);
}

Outcome TakeUnconsidered(db::Tx& tx, const Services& services, const ApplicationId& id,
                         const access::Actor& actor, const std::string& reason,
                         const std::string& how, Instant now) {
  auto application = LockAtAgency(tx, services, id, Happening::kNotTaken);
  if (!application) return application.refusal();
  ProcessAgain(
      tx, *application, actor,
      {.code = "applications.history.unconsidered_on_paper", .detail = how, .reason = reason}, now);
  return Done();
}

Outcome TakePaperResult(db::Tx& tx, const Services& services, const ApplicationId& id,
                        const access::Actor& actor, const PaperResult& result,
                        const std::string& how, Instant now) {
  auto application = LockAtAgency(tx, services, id, Happening::kPaperResult);
  if (!application) return application.refusal();
  const auto branch = access::FindBranch(tx, application->branch_id);
  const Decision decision{.positive = result.positive,
                          .text = result.text,
                          .registration_number = result.registration_number,
                          .officer = {},
                          .at = MomentOf(result.decided_on, branch.value().time_zone, now)};
  application->decision = decision;
  application->external_status = StatusOf(decision);
  application->result_papers = result.papers;
  ChangeStatus(tx, *application, Status::kAwaitingNotice, actor,
               {.code = result.positive ? "applications.history.paper_positive"
                                        : "applications.history.paper_negative",
                .detail = Describe(result, how),
                .reason = result.text},
               now);
  return Done();
}

}  // namespace okno::applications

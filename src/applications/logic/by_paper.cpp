// SPDX-License-Identifier: Apache-2.0
#include "applications/by_paper.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "access/directory.h"
#include "inquiries/calls.h"
#include "logic/agency_events.h"
#include "logic/agency_term.h"
#include "logic/case_file.h"
#include "logic/rules/completeness.h"
#include "logic/rules/paper.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

using rules::Happening;

bool GoesOnPaper(const Services& services, const Application& application) {
  const auto service = services.catalog.Find(application.service_code, application.service_version);
  return service && !service->electronic;
}

const std::vector<inquiries::Asked> kNobodyAsked;

PaperState StateOf(const Case& subject, const std::vector<inquiries::Asked>& asked) {
  const auto papers = rules::PapersOf(subject);
  PaperState state{.id = subject.application.id,
                   .application = std::string(rules::Word(papers.application)),
                   .receipt = std::string(rules::Word(papers.receipt)),
                   .inquiries_waiting =
                       static_cast<int>(std::ranges::count_if(asked, &inquiries::Asked::waiting)),
                   .fingerprint = rules::FingerprintOf(subject)};
  for (const auto& item : ChecklistOf(subject)) {
    if (rules::IsUnasked(item, asked)) state.unasked.push_back({item.rule.code, item.rule.title});
  }
  return state;
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

void ProcessAgain(db::Tx& tx, Application& application, const access::Actor& actor,
                  const Note& note, Instant now) {
  ForgetTermOfAgency(application);
  ChangeStatus(tx, application, Status::kProcessing, actor, note, now);
}

constexpr char kCorrected[] = "applications.history.mark_corrected";
// Of a case that was not taken: for another reason than was written down.
constexpr char kReasonCorrected[] = "applications.history.not_taken_corrected";

std::string CodeOf(ComesBack why) {
  switch (why) {
    case ComesBack::kNotTaken:
      return "applications.history.not_taken_on_paper";
    case ComesBack::kReturned:
      return "applications.history.returned_by_courier";
    case ComesBack::kLost:
      break;
  }
  return "applications.history.lost_by_courier";
}

// How the case came back from the way to its agency, as the last status in its history says; ""
// when somebody has done something about that: its papers must be those that went, of that
// fingerprint.
std::string FindReturn(const Case& subject, const std::string& went) {
  std::string code;
  for (const auto& entry : subject.history) {
    if (entry.kind == "status") code = entry.code;
    if (entry.code == "applications.history.edited") code.clear();
  }
  using enum ComesBack;
  const auto ways = {CodeOf(kNotTaken), CodeOf(kReturned), CodeOf(kLost),
                     std::string(kReasonCorrected)};
  const bool is_other = !went.empty() && went != rules::FingerprintOf(subject);
  return is_other || std::ranges::find(ways, code) == ways.end() ? std::string() : code;
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

std::vector<PaperState> ListPaperStates(db::Tx& tx, const Services& services,
                                        const std::vector<ApplicationId>& ids) {
  std::vector<Uuid> uuids;
  for (const auto& id : ids) uuids.push_back(id.uuid);
  const auto cases = LoadAll(tx, services, ids);
  const auto asked = inquiries::ListAsked(tx, "application", uuids);
  std::vector<PaperState> states;
  for (const auto& subject : cases) {
    const auto of_case = asked.find(subject.application.id.uuid);
    states.push_back(
        StateOf(subject, of_case == asked.end() ? kNobodyAsked : std::as_const(of_case->second)));
  }
  return states;
}

Result<std::string> JudgeForCourier(db::Tx& tx, const Services& services, const ApplicationId& id,
                                    Instant now) {
  const auto subject = LockReady(tx, services, id, now);
  if (!subject) return subject.refusal();
  return rules::FingerprintOf(*subject);
}

Result<std::string> SendByCourier(db::Tx& tx, const Services& services, const ApplicationId& id,
                                  const access::Actor& actor, const std::string& how, Instant now) {
  auto subject = LockReady(tx, services, id, now);
  if (!subject) return subject.refusal();
  ChangeStatus(tx, subject->application, Status::kSentByCourier, actor,
               {.code = "applications.history.sent_by_courier", .detail = how}, now);
  return rules::FingerprintOf(*subject);
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

void NoteBack(db::Tx& tx, const ApplicationId& id, ComesBack why, const access::Actor& actor,
              const std::string& reason, const std::string& how, Instant now) {
  auto application = storage::FindForUpdate(tx, id);
  if (!application || !rules::After(Happening::kNotTaken, application->status)) return;
  ProcessAgain(tx, *application, actor, {.code = CodeOf(why), .detail = how, .reason = reason},
               now);
}

Outcome CorrectMark(db::Tx& tx, const Services& services, const ApplicationId& id,
                    const PaperMark& mark, const access::Actor& actor, const std::string& how,
                    Instant now) {
  auto application = storage::FindForUpdate(tx, id);
  if (!application) return Refusal::NotFound("applications.not_found");
  const bool is_there = application->status == Status::kInAgency;
  const auto came_back =
      is_there ? "" : FindReturn(Complete(tx, services, *application), mark.fingerprint);
  if (!is_there && came_back.empty()) return Refusal::Conflict("applications.mark_settled");
  if (!mark.taken_on) {
    const bool is_known =
        came_back == CodeOf(ComesBack::kNotTaken) || came_back == kReasonCorrected;
    ProcessAgain(tx, *application, actor,
                 {.code = is_known ? kReasonCorrected : CodeOf(ComesBack::kNotTaken),
                  .detail = how,
                  .reason = mark.reason},
                 now);
    return Done();
  }
  if (!is_there || application->registered_on != mark.taken_on)
    CountTermAnew({.told_at = now, .on = mark.taken_on, .planned = {}}, services, *application, tx,
                  now);
  const auto detail = FormatDateRu(*mark.taken_on) + ", " + how;
  if (is_there) {
    NoteChange(tx, *application, "note", actor, {.code = kCorrected, .detail = detail}, now);
  } else {
    ChangeStatus(tx, *application, Status::kInAgency, actor,
                 {.code = "applications.history.taken_on_paper", .detail = detail}, now);
  }
  return Done();
}

void NoteCorrection(db::Tx& tx, const ApplicationId& id, const access::Actor& actor,
                    const std::string& how, Instant now) {
  const auto application = storage::FindForUpdate(tx, id);
  if (!application) return;
  NoteOnly(tx, *application, "note", actor, {.code = kCorrected, .detail = how}, now);
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

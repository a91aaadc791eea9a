// SPDX-License-Identifier: Apache-2.0
#include "logic/printing.h"

#include <fmt/format.h>

#include <algorithm>

#include "access/live.h"
#include "logic/case_file.h"
#include "logic/print_data.h"

namespace okno::applications {
namespace {

struct FormWords {
  const char* template_name;
  const char* history_code;
  const char* title;
};
FormWords WordsOf(PrintForm form) {
  switch (form) {
    case PrintForm::kApplication:
      return {"application", "applications.history.printed_application", "Заявление"};
    case PrintForm::kReceipt:
      return {"receipt", "applications.history.printed_receipt", "Расписка"};
    case PrintForm::kConsent:
      return {"consent", "applications.history.printed_consent", "Согласие"};
    case PrintForm::kRefusalNotice:
      return {"refusal_notice", "applications.history.printed_refusal_notice",
              "Уведомление об отказе в приёме"};
    case PrintForm::kResultReceipt:
      break;
  }
  return {"result_receipt", "applications.history.printed_result_receipt", "Расписка о выдаче"};
}

// Paper bears the number, so there is none of a draft; the receipt of a result says which. Only the
// notice of a refusal is given to who leaves without a number too.
Outcome JudgePrint(const Application& application, PrintForm form) {
  if (form == PrintForm::kRefusalNotice) {
    if (application.status == Status::kRefusedIntake) return Done();
    return Refusal::Conflict("applications.not_refused");
  }
  if (application.number.empty()) return Refusal::Conflict("applications.not_filed");
  if (form == PrintForm::kConsent && !application.consent)
    return Refusal::Conflict("applications.consent_not_given");
  const bool has_result = application.decision.has_value();
  if (form == PrintForm::kResultReceipt && !has_result)
    return Refusal::Conflict("applications.no_result");
  // A receipt in nobody's name proves nothing; of cases closed before recipients were noted it can
  // still be printed.
  if (form == PrintForm::kResultReceipt && application.status != Status::kClosed &&
      !application.recipient)
    return Refusal::Conflict("applications.recipient_missing");
  return Done();
}

struct Printable {
  Case subject;
  PrintPlace place;
};

struct Signer {
  std::string name;
  std::optional<access::UserId> user_id;
};
// Who gave the result out signs its receipt, also when somebody else prints it once more.
Signer SignerOf(const Case& subject, const access::Principal& principal, PrintForm form) {
  const bool given = subject.application.status == Status::kClosed && subject.application.decision;
  if (form == PrintForm::kResultReceipt && given) {
    const auto closed = std::ranges::find(subject.history, Status::kClosed, &HistoryEntry::to);
    if (closed != subject.history.end()) return {closed->actor, closed->user_id};
  }
  return {principal.display_name, principal.user_id};
}

PrintPlace PlaceOf(db::Tx& tx, const access::Principal& principal, const Case& subject,
                   PrintForm form) {
  const auto signer = SignerOf(subject, principal, form);
  PrintPlace place{.center = access::FindOrganization(tx, principal.organization_id).value(),
                   .operator_name = signer.name,
                   .issuing = form == PrintForm::kResultReceipt};
  if (principal.branch_id) place.branch = access::FindBranch(tx, *principal.branch_id);
  if (signer.user_id) place.operator_position = access::FindPosition(tx, *signer.user_id);
  place.contacts = access::FindContacts(tx, OfficeOf(place, subject).id);
  return place;
}

}  // namespace

std::string RenderForm(const Services& services, const Case& subject, const PrintPlace& place,
                       PrintForm form) {
  return printing::Render(*services.templates.Get(WordsOf(form).template_name),
                          PrintData(services.texts, subject, place));
}

namespace {

// What the tab and the downloaded file are called; a case without a number is a draft.
std::string NameOf(const Case& subject, PrintForm form) {
  const auto& number = subject.application.number;
  return fmt::format("{}{}{}.pdf", WordsOf(form).title, number.empty() ? "" : " ", number);
}

}  // namespace

Result<Paper> Print(const Services& services, const access::Principal& principal,
                    const ApplicationId& id, PrintForm form) {
  const auto now = services.clock.Now();
  const auto loaded = services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Printable> {
    auto subject = Load(tx, services, principal, id, Lock::kNo);
    if (!subject) return subject.refusal();
    if (auto judged = JudgePrint(subject->application, form); !judged) return judged.refusal();
    auto place = PlaceOf(tx, principal, *subject, form);
    place.keep_results_days = services.keep_results_days;
    NoteOnly(tx, subject->application, "print", access::Actor::Of(principal),
             {.code = WordsOf(form).history_code}, now);
    // The page that ordered it, or another's of the same case, says from now on that it is printed.
    access::Announce(tx, access::TopicOf(subject->application.organization_id),
                     "application_edited", {{"id", id.ToString()}});
    return Printable{std::move(*subject), std::move(place)};
  });
  if (!loaded) return loaded.refusal();
  return Paper{RenderForm(services, loaded->subject, loaded->place, form),
               NameOf(loaded->subject, form)};
}

}  // namespace okno::applications

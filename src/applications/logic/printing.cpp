// SPDX-License-Identifier: Apache-2.0
#include "logic/printing.h"

#include "logic/case_file.h"
#include "logic/print_data.h"

namespace okno::applications {
namespace {

struct FormWords {
  const char* template_name;
  const char* history_code;
};
FormWords WordsOf(PrintForm form) {
  switch (form) {
    case PrintForm::kApplication:
      return {"application", "applications.history.printed_application"};
    case PrintForm::kReceipt:
      return {"receipt", "applications.history.printed_receipt"};
    case PrintForm::kRefusalNotice:
      return {"refusal_notice", "applications.history.printed_refusal_notice"};
    case PrintForm::kResultReceipt:
      break;
  }
  return {"result_receipt", "applications.history.printed_result_receipt"};
}

// Paper bears the number, so there is none of a draft; the receipt of a result says which. Only the
// notice of a refusal is given to who leaves without a number too.
Outcome JudgePrint(const Application& application, PrintForm form) {
  if (form == PrintForm::kRefusalNotice) {
    if (application.status == Status::kRefusedIntake) return Done();
    return Refusal::Conflict("applications.not_refused");
  }
  if (application.number.empty()) return Refusal::Conflict("applications.not_filed");
  const bool has_result = application.decision.has_value();
  if (form == PrintForm::kResultReceipt && !has_result)
    return Refusal::Conflict("applications.no_result");
  return Done();
}

struct Printable {
  Case subject;
  access::Organization center;
};

}  // namespace

std::string RenderForm(const Services& services, const Case& subject,
                       const access::Organization& center, PrintForm form,
                       const std::string& operator_name) {
  return printing::Render(*services.templates.Get(WordsOf(form).template_name),
                          PrintData(services.texts, subject, center, operator_name));
}

Result<std::string> Print(const Services& services, const access::Principal& principal,
                          const ApplicationId& id, PrintForm form) {
  const auto now = services.clock.Now();
  const auto loaded = services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Printable> {
    auto subject = Load(tx, services, principal, id, Lock::kNo);
    if (!subject) return subject.refusal();
    if (auto judged = JudgePrint(subject->application, form); !judged) return judged.refusal();
    auto center = access::FindOrganization(tx, principal.organization_id);
    NoteOnly(tx, subject->application, "print", access::Actor::Of(principal),
             {.code = WordsOf(form).history_code}, now);
    return Printable{std::move(*subject), std::move(center.value())};
  });
  if (!loaded) return loaded.refusal();
  return RenderForm(services, loaded->subject, loaded->center, form, principal.display_name);
}

}  // namespace okno::applications

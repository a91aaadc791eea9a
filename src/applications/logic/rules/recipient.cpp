// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/recipient.h"

#include <algorithm>
#include <array>

#include "applicants/identity_document.h"
#include "applicants/overdue.h"
#include "logic/rules/age.h"
#include "logic/rules/territory.h"
#include "text/strings.h"

namespace okno::applications {

std::string Recipient::Name() const {
  std::string name;
  for (const auto* part : {&last_name, &first_name, &middle_name}) {
    if (part->empty()) continue;
    if (!name.empty()) name += ' ';
    name += *part;
  }
  return name;
}

namespace rules {
namespace {

struct AuthorityKind {
  const char* code;
  const char* title;
};
constexpr std::array kAuthorityKinds = {
    AuthorityKind{"power_of_attorney", "доверенность"},
    AuthorityKind{"birth_certificate", "свидетельство о рождении"},
    AuthorityKind{"guardianship", "акт об установлении опеки (попечительства)"},
    AuthorityKind{"other", "документ о полномочиях"}};

const AuthorityKind* FindKind(const std::string& code) {
  const auto* found = std::ranges::find(kAuthorityKinds, code, &AuthorityKind::code);
  return found == kAuthorityKinds.end() ? nullptr : found;
}

void Append(std::vector<FieldError>& errors, const std::optional<Refusal>& refusal) {
  if (refusal) errors.insert(errors.end(), refusal->fields.begin(), refusal->fields.end());
}

// A power of attorney that names no term holds for one year from its date (ГК РФ art. 186).
std::optional<Date> LastDayOf(const Authority& authority) {
  if (authority.valid_until || authority.kind != "power_of_attorney") return authority.valid_until;
  return YearsLater(authority.date, 1);
}

void JudgeTerm(json::Reader& in, Authority& authority, Date today) {
  const bool names_its_term = authority.valid_until.has_value();
  authority.valid_until = LastDayOf(authority);
  if (!authority.valid_until || *authority.valid_until >= today) return;
  in.Fail("valid_until",
          names_its_term ? "applications.authority_expired" : "applications.authority_year_over",
          FormatDateRu(*authority.valid_until));
}

Authority ReadAuthority(const Json& given, const applicants::Applicant& applicant, Date today,
                        std::vector<FieldError>& errors) {
  json::Reader in(given, "/authority");
  Authority authority;
  authority.kind = in.Text("kind", {.required = true, .max_length = 40});
  if (!authority.kind.empty() && FindKind(authority.kind) == nullptr) in.Fail("kind", "field.enum");
  if (authority.kind == "birth_certificate" && IsAdult(applicant, today))
    in.Fail("kind", "applications.authority_not_for_adult");
  authority.number = in.Text("number", {.required = true, .max_length = 100});
  authority.date = in.Day("date", true).value_or(today);
  if (authority.date > today) in.Fail("date", "field.date_in_future");
  authority.issued_by = in.Text("issued_by", {.max_length = 300});
  authority.valid_until = in.Day("valid_until");
  JudgeTerm(in, authority, today);
  Append(errors, in.Finish());
  return authority;
}

struct Names {
  std::string last, first, middle;
};
Names ReadNames(json::Reader& in, bool required) {
  const json::TextRule rule{.required = required, .max_length = 100};
  return {in.Text("last_name", rule), in.Text("first_name", rule),
          in.Text("middle_name", {.max_length = 100})};
}

std::optional<Date> ReadBirthDate(json::Reader& in, Date today) {
  const auto born = in.Day("birth_date");
  if (born && *born > today) in.Fail("birth_date", "field.date_in_future");
  if (born && born->year() < std::chrono::year(1900))
    in.Fail("birth_date", "field.date_too_early", "01.01.1900");
  return born;
}

applicants::IdentityDocument ReadDocument(const Json& document, std::optional<Date> born,
                                          Date today, std::vector<FieldError>& errors) {
  const auto shown =
      applicants::ParseIdentityDocument(document, "/identity_document", born, today, errors);
  const auto wrong = applicants::JudgeAge(shown, born, today);
  if (!wrong.empty()) errors.push_back({"/identity_document/kind", wrong, {}});
  return shown;
}

// The document on the card may be overdue, or have run out since it was written down.
void TakeDocumentOfCard(json::Reader& in, const applicants::Applicant& applicant, Date today,
                        Recipient& recipient) {
  if (!applicant.identity_document) return in.Fail("identity_document", "field.required");
  recipient.document = *applicant.identity_document;
  const auto wrong = applicants::WhyOverdue(recipient.document, applicant.birth_date, today);
  if (!wrong.empty()) in.Fail("identity_document", wrong);
}

bool IsPerson(const applicants::Applicant& applicant) {
  return applicant.kind != applicants::ApplicantKind::kLegalEntity;
}

// Who comes without any paper of authority: a person of 14 and more, or the head of an organization
// as the card names them (ГК РФ art. 28, 53).
void JudgeInPerson(json::Reader& in, const Recipient& recipient,
                   const applicants::Applicant& applicant, Date today) {
  if (NeedsRepresentative(applicant, today))
    in.Fail("representative", "applications.representative_required");
  if (IsPerson(applicant) || recipient.last_name.empty()) return;
  if (applicant.head_name.empty())
    in.Fail("representative", "applications.head_unknown");
  else if (text::FoldForSearch(recipient.Name()) != text::FoldForSearch(applicant.head_name))
    in.Fail("representative", "applications.not_the_head", applicant.head_name);
}

}  // namespace

Result<Recipient> ReadRecipient(const Json& body, const applicants::Applicant& applicant,
                                Instant now, Date today) {
  json::Reader in(body);
  std::vector<FieldError> errors;
  Recipient recipient{.representative = in.Flag("representative", true).value_or(false),
                      .noted_at = now};
  const bool of_card = !recipient.representative && IsPerson(applicant);
  const auto names = ReadNames(in, !of_card);
  recipient.last_name = of_card ? applicant.last_name : names.last;
  recipient.first_name = of_card ? applicant.first_name : names.first;
  recipient.middle_name = of_card ? applicant.middle_name : names.middle;
  const auto told = ReadBirthDate(in, today);
  if (!of_card) recipient.birth_date = told;
  const auto born = of_card ? applicant.birth_date : told;
  if (const auto* document = in.Object("identity_document", !of_card)) {
    recipient.document = ReadDocument(*document, born, today, errors);
    if (!of_card && !born && recipient.document.kind == "passport_rf")
      in.Fail("birth_date", "field.required");
  } else if (of_card) {
    TakeDocumentOfCard(in, applicant, today, recipient);
  }
  if (!recipient.representative) JudgeInPerson(in, recipient, applicant, today);
  const auto* authority = in.Object("authority", recipient.representative);
  if (authority != nullptr && recipient.representative)
    recipient.authority = ReadAuthority(*authority, applicant, today, errors);
  recipient.originals = in.Texts("originals");
  auto refusal = in.Finish();
  if (!refusal && errors.empty()) return recipient;
  Append(errors, refusal);
  return Refusal::Invalid("input.invalid", std::move(errors));
}

std::optional<Refusal> WhyOver(const Application& application) {
  if (application.status != Status::kUnclaimed || application.decision) return std::nullopt;
  return Refusal::Conflict("applications.already_closed");
}

std::optional<Refusal> WhyElsewhere(const Case& subject, const access::Principal& principal) {
  if (HasResultAtHand(principal, subject.application)) return std::nullopt;
  return Refusal::Conflict("applications.result_elsewhere", subject.branch.name);
}

std::optional<Refusal> WhyNotIssue(const Case& subject, const access::Principal& principal,
                                   Date today) {
  if (auto over = WhyOver(subject.application)) return over;
  if (auto elsewhere = WhyElsewhere(subject, principal)) return elsewhere;
  const auto& recipient = subject.application.recipient;
  if (!recipient) return Refusal::Conflict("applications.recipient_missing");
  if (const auto& authority = recipient->authority; authority) {
    const auto last_day = LastDayOf(*authority);
    if (last_day && *last_day < today) return Refusal::Conflict("applications.authority_expired");
  }
  bool outdated = false;
  for (const auto& document : subject.documents) {
    if (document.item != "signed_receipt") continue;
    if (document.uploaded_at >= recipient->noted_at) return std::nullopt;
    outdated = true;
  }
  return Refusal::Conflict(outdated ? "applications.receipt_outdated"
                                    : "applications.receipt_missing");
}

std::string Describe(const Authority& authority) {
  const auto* kind = FindKind(authority.kind);
  std::string text = kind == nullptr ? authority.kind : kind->title;
  text += " № " + authority.number + " от " + FormatDateRu(authority.date);
  if (!authority.issued_by.empty()) text += ", " + authority.issued_by;
  if (authority.valid_until) text += ", действует по " + FormatDateRu(*authority.valid_until);
  return text;
}

std::string DescribeDocument(const Recipient& recipient) {
  auto text = applicants::Describe(recipient.document);
  if (recipient.birth_date) text += "; дата рождения " + FormatDateRu(*recipient.birth_date);
  return text;
}

std::string Describe(const Recipient& recipient) {
  auto text = recipient.Name() + ", " + DescribeDocument(recipient);
  if (recipient.authority) text += "; " + Describe(*recipient.authority);
  return text;
}

}  // namespace rules
}  // namespace okno::applications

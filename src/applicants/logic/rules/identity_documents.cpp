// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/identity_documents.h"

#include <algorithm>
#include <array>

#include "applicants/overdue.h"
#include "text/strings.h"

namespace okno::applicants {
namespace {

struct Kind {
  const char* code;
  const char* title;
};
constexpr std::array kKinds = {
    Kind{"passport_rf", "паспорт"},
    Kind{"birth_certificate", "свидетельство о рождении"},
    Kind{"foreign_passport_rf", "заграничный паспорт"},
    Kind{"temporary_identity_card", "временное удостоверение личности"},
    Kind{"military_id", "военный билет"},
    Kind{"foreign_document", "документ иностранного гражданина"},
    Kind{"residence_permit", "вид на жительство"},
    Kind{"refugee_certificate", "удостоверение беженца"},
};

bool IsKnown(const std::string& kind) {
  for (const auto& known : kKinds) {
    if (kind == known.code) return true;
  }
  return false;
}

constexpr std::chrono::days kGrace{90};  // to have a passport made

// 29 February of a common year is 28 February.
Date YearsLater(Date date, int years) {
  const Date later = date + std::chrono::years(years);
  if (later.ok()) return later;
  return Date(later.year(), later.month(), std::chrono::day(28));
}

bool IsReplaced(Date birth_date, Date issue_date, Date today, int age) {
  const Date birthday = YearsLater(birth_date, age);
  const auto grace_ends = std::chrono::sys_days(birthday) + kGrace;
  return issue_date < birthday && std::chrono::sys_days(today) > grace_ends;
}

void CheckPassport(json::Reader& in, IdentityDocument& document, std::optional<Date> birth_date,
                   Date today) {
  const auto passport = text::PassportRf::Parse(document.series + document.number);
  if (passport) {
    document.series = passport->series();
    document.number = passport->number();
  } else {
    in.Fail("number", passport.refusal().code);
  }
  if (document.issued_by.empty()) in.Fail("issued_by", "field.required");
  if (const auto code = text::IssuerCode::Parse(document.issuer_code)) {
    document.issuer_code = code->digits();
  } else {
    in.Fail("issuer_code", document.issuer_code.empty() ? "field.required" : code.refusal().code);
  }
  if (!document.issue_date) {
    in.Fail("issue_date", "field.required");
  } else if (birth_date) {
    const auto wrong = rules::JudgePassport(*birth_date, *document.issue_date, today);
    if (!wrong.empty()) in.Fail("issue_date", wrong);
  }
}

void CheckBirthCertificate(json::Reader& in, IdentityDocument& document) {
  const auto certificate = text::BirthCertificate::Parse(document.series + " " + document.number);
  if (!certificate) {
    in.Fail("number", certificate.refusal().code);
    return;
  }
  const auto& whole = certificate->formatted();
  document.number = certificate->digits();
  document.series = text::Trim(whole.substr(0, whole.size() - document.number.size()));
}

void CheckForeignPassport(json::Reader& in, IdentityDocument& document) {
  const auto digits = text::DigitsOnly(document.series + document.number);
  if (digits.size() != 9) {
    in.Fail("number", "foreign_passport.format");
    return;
  }
  document.series = digits.substr(0, 2);
  document.number = digits.substr(2);
}

void CheckByKind(json::Reader& in, IdentityDocument& document, std::optional<Date> birth_date,
                 Date today) {
  if (document.kind == "passport_rf") return CheckPassport(in, document, birth_date, today);
  if (document.number.empty()) return in.Fail("number", "field.required");
  if (document.kind == "birth_certificate") return CheckBirthCertificate(in, document);
  if (document.kind == "foreign_passport_rf") return CheckForeignPassport(in, document);
  if (document.kind == "foreign_document" && document.country.empty()) {
    in.Fail("country", "field.required");
  }
}

void CheckDates(json::Reader& in, const IdentityDocument& document, std::optional<Date> birth_date,
                Date today) {
  if (document.issue_date && *document.issue_date > today)
    in.Fail("issue_date", "field.date_in_future");
  if (document.issue_date && birth_date && *document.issue_date < *birth_date) {
    in.Fail("issue_date", "document.before_birth");
  }
  if (document.valid_until && *document.valid_until < today) {
    in.Fail("valid_until", "document.expired");
  }
}

}  // namespace

namespace rules {

std::string JudgePassport(Date birth_date, Date issue_date, Date today) {
  if (issue_date < YearsLater(birth_date, 14)) return "passport.before_14";
  if (IsReplaced(birth_date, issue_date, today, 20)) return "passport.replaced_at_20";
  if (IsReplaced(birth_date, issue_date, today, 45)) return "passport.replaced_at_45";
  return {};
}

bool SaysOverdue(std::string_view code) {
  constexpr std::string_view kCodes[] = {"passport.replaced_at_20", "passport.replaced_at_45",
                                         "document.birth_certificate_after_14", "document.expired"};
  return std::ranges::find(kCodes, code) != std::end(kCodes);
}

std::string KindTitle(const std::string& kind) {
  for (const auto& known : kKinds) {
    if (kind == known.code) return known.title;
  }
  return kind;
}

}  // namespace rules

std::string JudgeAge(const IdentityDocument& document, std::optional<Date> birth_date, Date today) {
  if (document.kind != "birth_certificate") return {};
  const auto last_day = birth_date ? std::chrono::sys_days(YearsLater(*birth_date, 14)) + kGrace
                                   : std::chrono::sys_days();
  return std::chrono::sys_days(today) > last_day ? "document.birth_certificate_after_14" : "";
}

std::string WhyOverdue(const IdentityDocument& document, std::optional<Date> birth_date,
                       Date today) {
  if (document.valid_until && *document.valid_until < today) return "document.expired";
  if (document.kind == "passport_rf" && birth_date && document.issue_date) {
    auto wrong = rules::JudgePassport(*birth_date, *document.issue_date, today);
    return rules::SaysOverdue(wrong) ? wrong : "";
  }
  return JudgeAge(document, birth_date, today);
}

IdentityDocument ParseIdentityDocument(const Json& input, const std::string& pointer,
                                       std::optional<Date> birth_date, Date today,
                                       std::vector<FieldError>& errors) {
  json::Reader in(input, pointer);
  IdentityDocument document;
  document.kind = in.Text("kind", {.required = true, .max_length = 40});
  document.series = in.Text("series", {.max_length = 20});
  document.number = in.Text("number", {.max_length = 40});
  document.issued_by = in.Text("issued_by", {.max_length = 300});
  document.issuer_code = in.Text("issuer_code", {.max_length = 20});
  document.issue_date = in.Day("issue_date");
  document.valid_until = in.Day("valid_until");
  document.country = in.Text("country", {.max_length = 100});
  if (!document.kind.empty()) {
    if (IsKnown(document.kind)) {
      CheckByKind(in, document, birth_date, today);
    } else {
      in.Fail("kind", "field.enum");
    }
  }
  CheckDates(in, document, birth_date, today);
  if (auto refusal = in.Finish()) {
    errors.insert(errors.end(), refusal->fields.begin(), refusal->fields.end());
  }
  return document;
}

Json ToJson(const IdentityDocument& document) {
  Json json = {{"kind", document.kind}};
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
  };
  add("series", document.series);
  add("number", document.number);
  add("issued_by", document.issued_by);
  add("issuer_code", document.issuer_code);
  if (document.issue_date) json["issue_date"] = FormatDate(*document.issue_date);
  if (document.valid_until) json["valid_until"] = FormatDate(*document.valid_until);
  add("country", document.country);
  return json;
}

IdentityDocument DocumentFromJson(const Json& json) {
  IdentityDocument document;
  document.kind = json.at("kind").get<std::string>();
  document.series = json.value("series", "");
  document.number = json.value("number", "");
  document.issued_by = json.value("issued_by", "");
  document.issuer_code = json.value("issuer_code", "");
  document.country = json.value("country", "");
  if (json.contains("issue_date"))
    document.issue_date = ParseDate(json["issue_date"].get<std::string>());
  if (json.contains("valid_until")) {
    document.valid_until = ParseDate(json["valid_until"].get<std::string>());
  }
  return document;
}

namespace {

void AddPart(std::string& text, std::string_view separator, const std::string& part) {
  if (part.empty()) return;
  text += separator;
  text += part;
}

}  // namespace

std::string Describe(const IdentityDocument& document) {
  std::string text = rules::KindTitle(document.kind);
  AddPart(text, " ", document.series);
  AddPart(text, document.series.empty() ? " № " : " ", document.number);
  if (document.issue_date) AddPart(text, ", дата выдачи ", FormatDateRu(*document.issue_date));
  AddPart(text, ", ", document.issued_by);
  const auto code = text::IssuerCode::Parse(document.issuer_code);
  if (code) AddPart(text, ", код подразделения ", code->formatted());
  if (document.valid_until) {
    AddPart(text, ", действителен до ", FormatDateRu(*document.valid_until));
  }
  // A document of this country tells so by its kind.
  if (document.country != "RUS") AddPart(text, ", ", document.country);
  return text;
}

}  // namespace okno::applicants

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "applicants/applicant.h"
#include "applicants/overdue.h"
#include "logic/rules/identity_documents.h"
#include "logic/rules/kinds.h"
#include "text/strings.h"

namespace okno::applicants {
namespace {

constexpr std::size_t kMaxOtherDocuments = 20;

// Letters of Russian and Latin names, marks inside them; digits and signs are typing errors.
bool IsName(std::string_view name) {
  constexpr std::string_view kMarks = " -'.,()";
  return std::all_of(name.begin(), name.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kMarks.find(c) != std::string_view::npos;
  });
}

enum class Overdue { kRefused, kTaken };

class Parser {
 public:
  Parser(const Json& input, Date today, Overdue overdue)
      : in_(input), today_(today), overdue_(overdue) {}

  Result<Applicant> Parse() {
    ReadKind();
    ReadPerson();
    ReadNumbers();
    ReadEntity();
    ReadDocuments();
    if (overdue_ == Overdue::kTaken) {
      std::erase_if(errors_, [](const auto& error) { return rules::SaysOverdue(error.code); });
    }
    ReadContacts();
    if (auto refusal = in_.Finish()) {
      errors_.insert(errors_.begin(), refusal->fields.begin(), refusal->fields.end());
    }
    if (!errors_.empty()) return Refusal::Invalid("input.invalid", std::move(errors_));
    return std::move(card_);
  }

 private:
  bool of_entity() const { return card_.kind == ApplicantKind::kLegalEntity; }

  void ReadKind() {
    const auto word = in_.Text("kind", {.required = true, .max_length = 40});
    const auto kind = rules::KindFromWord(word);
    if (kind) card_.kind = *kind;
    if (!kind && !word.empty()) in_.Fail("kind", "field.enum");
  }

  // A text that only cards of the other kind have.
  std::string TextOf(bool allowed, const char* key, json::TextRule rule) {
    rule.required = rule.required && allowed;
    auto text = in_.Text(key, rule);
    if (!allowed && !text.empty()) in_.Fail(key, "applicants.field_of_other_kind");
    return text;
  }
  std::string Name(bool allowed, const char* key, bool required) {
    auto name = TextOf(allowed, key, {.required = required, .max_length = 100});
    if (!IsName(name)) in_.Fail(key, "person_name.format");
    return name;
  }

  void ReadPerson() {
    const bool person = !of_entity();
    card_.last_name = Name(person, "last_name", true);
    card_.first_name = Name(person, "first_name", true);
    card_.middle_name = Name(person, "middle_name", false);
    card_.birth_date = in_.Day("birth_date", person);
    if (card_.birth_date && *card_.birth_date > today_)
      in_.Fail("birth_date", "field.date_in_future");
    if (card_.birth_date && card_.birth_date->year() < std::chrono::year(1900)) {
      in_.Fail("birth_date", "field.date_too_early", "01.01.1900");
    }
    card_.birth_place = TextOf(person, "birth_place", {.max_length = 300});
    card_.sex = TextOf(person, "sex", {.max_length = 10});
    if (!card_.sex.empty() && card_.sex != "male" && card_.sex != "female") {
      in_.Fail("sex", "field.enum");
    }
    card_.citizenship = TextOf(person, "citizenship", {.max_length = 3});
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!card_.citizenship.empty() &&
        (card_.citizenship.size() != 3 || !std::ranges::all_of(card_.citizenship, is_capital))) {
      in_.Fail("citizenship", "country.format");
    }
  }

  template <typename Number>
  std::string ReadNumber(const char* key, const std::string& typed) {
    if (typed.empty()) return {};
    const auto number = Number::Parse(typed);
    if (number) return number->digits();
    in_.Fail(key, number.refusal().code);
    return {};
  }

  void ReadNumbers() {
    const bool entity = of_entity();
    card_.snils = ReadNumber<text::Snils>("snils", TextOf(!entity, "snils", {.max_length = 30}));
    const bool in_register = card_.kind != ApplicantKind::kPerson;
    card_.inn =
        ReadNumber<text::Inn>("inn", in_.Text("inn", {.required = in_register, .max_length = 30}));
    if (!card_.inn.empty() && (card_.inn.size() == 12) == entity) in_.Fail("inn", "inn.format");
    const auto ogrn = TextOf(in_register, "ogrn", {.required = true, .max_length = 30});
    if (in_register) {
      card_.ogrn =
          entity ? ReadNumber<text::Ogrn>("ogrn", ogrn) : ReadNumber<text::Ogrnip>("ogrn", ogrn);
    }
    card_.kpp = TextOf(entity, "kpp", {.max_length = 20});
    if (!card_.kpp.empty() && (card_.kpp.size() != 9 || text::DigitsOnly(card_.kpp).size() < 7)) {
      in_.Fail("kpp", "kpp.format");
    }
  }

  void ReadEntity() {
    const bool entity = of_entity();
    card_.full_name = TextOf(entity, "full_name", {.required = true, .max_length = 500});
    card_.short_name = TextOf(entity, "short_name", {.max_length = 300});
    card_.head_name = Name(entity, "head_name", false);
    card_.head_position = TextOf(entity, "head_position", {.max_length = 200});
  }

  void ReadDocuments() {
    if (const auto* document = in_.Object("identity_document")) {
      card_.identity_document =
          ParseIdentityDocument(*document, "/identity_document", card_.birth_date, today_, errors_);
      const auto wrong = JudgeAge(*card_.identity_document, card_.birth_date, today_);
      if (!wrong.empty()) errors_.push_back({"/identity_document/kind", wrong, {}});
    }
    const auto* others = in_.Array("other_documents");
    if (others == nullptr) return;
    if (others->size() > kMaxOtherDocuments) {
      in_.Fail("other_documents", "field.too_many", std::to_string(kMaxOtherDocuments));
      return;
    }
    for (std::size_t i = 0; i < others->size(); ++i) {
      card_.other_documents.push_back(ParseIdentityDocument((*others)[i],
                                                            "/other_documents/" + std::to_string(i),
                                                            card_.birth_date, today_, errors_));
    }
  }

  void ReadContacts() {
    card_.registration_address = in_.Text("registration_address", {.max_length = 500});
    card_.residence_address = in_.Text("residence_address", {.max_length = 500});
    if (const auto typed = in_.Text("phone", {.max_length = 40}); !typed.empty()) {
      const auto phone = text::Phone::Parse(typed);
      if (phone) card_.phone = phone->e164();
      if (!phone) in_.Fail("phone", phone.refusal().code);
    }
    if (const auto typed = in_.Text("email", {.max_length = 200}); !typed.empty()) {
      const auto email = text::Email::Parse(typed);
      if (email) card_.email = email->value();
      if (!email) in_.Fail("email", email.refusal().code);
    }
  }

  json::Reader in_;
  Date today_;
  Overdue overdue_;
  Applicant card_;
  std::vector<FieldError> errors_;
};

}  // namespace

Result<Applicant> ParseApplicant(const Json& input, Date today) {
  return Parser(input, today, Overdue::kRefused).Parse();
}

Result<Applicant> ParseApplicantWithOverdue(const Json& input, Date today) {
  return Parser(input, today, Overdue::kTaken).Parse();
}

}  // namespace okno::applicants

// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/changes.h"

#include <array>

#include "logic/rules/identity_documents.h"

namespace okno::applicants::rules {
namespace {

constexpr std::array kFields = {"kind",
                                "last_name",
                                "first_name",
                                "middle_name",
                                "birth_date",
                                "birth_place",
                                "sex",
                                "citizenship",
                                "snils",
                                "inn",
                                "ogrn",
                                "kpp",
                                "full_name",
                                "short_name",
                                "head_name",
                                "head_position",
                                "identity_document",
                                "other_documents",
                                "registration_address",
                                "residence_address",
                                "phone",
                                "email"};

void AddWord(std::string& text, const std::string& word) {
  if (word.empty()) return;
  if (!text.empty()) text += ' ';
  text += word;
}

std::string DocumentText(const Json& json) {
  const auto document = DocumentFromJson(json);
  std::string text = KindTitle(document.kind);
  AddWord(text, document.series);
  AddWord(text, document.number);
  if (document.issue_date) AddWord(text, "от " + FormatDateRu(*document.issue_date));
  AddWord(text, document.issued_by);
  AddWord(text, document.issuer_code);
  if (document.valid_until) AddWord(text, "до " + FormatDateRu(*document.valid_until));
  AddWord(text, document.country);
  return text;
}

std::string ValueText(const Json& card, const char* field) {
  const auto found = card.find(field);
  if (found == card.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_object()) return DocumentText(*found);
  std::string all;
  for (const auto& document : *found) {
    if (!all.empty()) all += "; ";
    all += DocumentText(document);
  }
  return all;
}

}  // namespace

Json Changes(const Applicant& before, const Applicant& after) {
  const Json old_card = before.ToJson();
  const Json new_card = after.ToJson();
  Json changes = Json::array();
  for (const auto* field : kFields) {
    auto old_value = ValueText(old_card, field);
    auto new_value = ValueText(new_card, field);
    if (old_value == new_value) continue;
    changes.push_back(
        {{"field", field}, {"old", std::move(old_value)}, {"new", std::move(new_value)}});
  }
  return changes;
}

}  // namespace okno::applicants::rules

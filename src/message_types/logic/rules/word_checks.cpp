// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/word_checks.h"

#include <algorithm>
#include <map>
#include <set>

#include "catalog/forms.h"
#include "text/strings.h"

namespace okno::message_types {
namespace {

using WordList = std::vector<std::string>;

const WordList kTexts{"title",         "help",        "title_en", "help_en",  "item_title",
                      "item_title_en", "placeholder", "suffix",   "constant", "written_as"};
const WordList kFlags{"required", "hidden", "headline"};
const std::map<std::string, WordList> kClosed{{"width", {"full", "half", "third"}},
                                              {"widget", {"textarea", "radio", "select"}},
                                              {"generated", {"uuid", "now", "today"}}};
// Of the applicant's card, docs of the API: what an answer may change.
const std::set<std::string> kCard{"last_name",
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
                                  "registration_address",
                                  "residence_address",
                                  "phone",
                                  "email",
                                  "identity_document.kind",
                                  "identity_document.series",
                                  "identity_document.number",
                                  "identity_document.issued_by",
                                  "identity_document.issuer_code",
                                  "identity_document.issue_date",
                                  "identity_document.valid_until",
                                  "identity_document.country"};
const WordList kSources{"applicant.", "application.", "center.", "operator."};

bool Has(const WordList& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

bool IsSource(const Json& path) {
  return path.is_string() && std::ranges::any_of(kSources, [&](const std::string& root) {
           const auto& text = path.get_ref<const std::string&>();
           return text.starts_with(root) && text.size() > root.size();
         });
}

bool IsMapOfTexts(const Json& value) {
  return value.is_object() &&
         std::ranges::all_of(value, [](const Json& item) { return item.is_string(); });
}

bool IsSlug(const std::string& text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
}

bool IsMask(const std::string& mask) {
  return mask == "dd.mm.yyyy" || mask.find('#') != std::string::npos;
}

std::string CodeOf(const std::string& key, const Json& value, bool request) {
  if (Has(kFlags, key)) return value.is_boolean() ? "" : "field.type";
  if (key == "titles" || key == "titles_en" || key == "values")
    return IsMapOfTexts(value) ? "" : "field.type";
  if (key == "default") return value.is_structured() ? "field.type" : "";
  if (key == "passport_when") {
    if (!request) return "message_types.request_only";
    return IsMapOfTexts(value) && value.size() == 1 ? "" : "field.type";
  }
  if (key == "prefill") {
    if (!request) return "message_types.request_only";
    const bool list = value.is_array() && !value.empty() && std::ranges::all_of(value, IsSource);
    return list || IsSource(value) ? "" : "message_types.no_such_source";
  }
  if (!value.is_string()) return "field.type";
  const auto& text = value.get_ref<const std::string&>();
  if (const auto closed = kClosed.find(key); closed != kClosed.end())
    return Has(closed->second, text) ? "" : "field.enum";
  if (key == "card" || key == "same_as") {
    if (request) return "message_types.response_only";
    return text.starts_with("applicant.") && kCard.contains(text.substr(10))
               ? ""
               : "message_types.no_such_card_field";
  }
  if (key == "record") {
    if (request) return "message_types.response_only";
    return IsSlug(text) ? "" : "field.pattern";
  }
  if (key == "format") return catalog::IsFormFormat(text) ? "" : "field.enum";
  if (key == "written_as") return IsMask(text) ? "" : "field.pattern";
  if (!Has(kTexts, key)) return "field.unknown";
  if (key == "title" && text::Trim(text).empty()) return "field.required";
  return text::Length(text) <= 2000 ? "" : "field.too_long";
}

}  // namespace

void CheckMembers(const Json& object, const std::vector<std::string>& known,
                  const std::string& place, std::vector<FieldError>& errors) {
  if (!object.is_object()) return errors.push_back({place, "field.type", ""});
  for (const auto& [key, value] : object.items()) {
    if (!Has(known, key)) errors.push_back({place + "/" + Escaped(key), "field.unknown", ""});
  }
}

void CheckWord(const Json& word, bool request, const std::string& place,
               std::vector<FieldError>& errors) {
  if (!word.is_object()) return errors.push_back({place, "field.type", ""});
  for (const auto& [key, value] : word.items()) {
    if (auto code = CodeOf(key, value, request); !code.empty())
      errors.push_back({place + "/" + Escaped(key), code, ""});
  }
}

std::vector<std::string> PathsOf(const Json& prefill) {
  if (prefill.is_string()) return {prefill.get<std::string>()};
  return prefill.get<std::vector<std::string>>();
}

std::string Escaped(std::string_view name) {
  std::string escaped;
  for (const char c : name) escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return escaped;
}

}  // namespace okno::message_types

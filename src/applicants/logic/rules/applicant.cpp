// SPDX-License-Identifier: Apache-2.0
#include "applicants/applicant.h"

#include <initializer_list>

#include "logic/rules/identity_documents.h"
#include "logic/rules/kinds.h"
#include "text/strings.h"

namespace okno::applicants {
namespace {

std::string Joined(std::initializer_list<std::string_view> words) {
  std::string joined;
  for (auto word : words) {
    if (word.empty()) continue;
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

// First letter with a full stop; a letter of UTF-8 is its lead byte and what continues it.
std::string Initial(const std::string& name) {
  if (name.empty()) return {};
  std::size_t length = 1;
  while (length < name.size() && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80)
    ++length;
  return name.substr(0, length) + ".";
}

std::string_view Prefix(const Applicant& applicant) {
  return applicant.kind == ApplicantKind::kEntrepreneur ? "ИП" : "";
}

}  // namespace

std::string Applicant::DisplayName() const {
  if (kind == ApplicantKind::kLegalEntity) return full_name;
  return Joined({Prefix(*this), last_name, first_name, middle_name});
}

std::string Applicant::ShortName() const {
  if (kind == ApplicantKind::kLegalEntity) return short_name.empty() ? full_name : short_name;
  return Joined({Prefix(*this), last_name, Initial(first_name), Initial(middle_name)});
}

std::string Applicant::MaskedDocument() const {
  if (!identity_document || identity_document->number.empty()) return {};
  const auto& number = identity_document->number;
  const auto title = rules::KindTitle(identity_document->kind);
  const auto tail = number.size() > 5 ? number.substr(number.size() - 3) : std::string();
  if (identity_document->kind == "passport_rf") return title + " •• •• •••" + tail;
  return title + " •••" + tail;
}

Json Applicant::ToJson() const {
  Json json = Json::object();
  json["id"] = id.ToString();
  json["kind"] = rules::Word(kind);
  json["display_name"] = DisplayName();
  json["version"] = version;
  json["created_at"] = FormatInstant(created_at);
  json["updated_at"] = FormatInstant(updated_at);
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
  };
  add("last_name", last_name);
  add("first_name", first_name);
  add("middle_name", middle_name);
  if (birth_date) json["birth_date"] = FormatDate(*birth_date);
  add("birth_place", birth_place);
  add("sex", sex);
  add("citizenship", citizenship);
  add("snils", snils);
  add("inn", inn);
  add("ogrn", ogrn);
  add("kpp", kpp);
  add("full_name", full_name);
  add("short_name", short_name);
  add("head_name", head_name);
  add("head_position", head_position);
  if (identity_document) json["identity_document"] = applicants::ToJson(*identity_document);
  json["other_documents"] = Json::array();
  for (const auto& document : other_documents)
    json["other_documents"].push_back(applicants::ToJson(document));
  add("registration_address", registration_address);
  add("residence_address", residence_address);
  add("phone", phone);
  add("email", email);
  return json;
}

}  // namespace okno::applicants

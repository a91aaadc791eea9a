// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "catalog/forms.h"
#include "logic/rules/field_checks.h"
#include "logic/rules/formats.h"
#include "logic/rules/schema.h"
#include "text/strings.h"

namespace okno::catalog {
namespace {

// "applicant.identity_document.series" -> the value in the card; null when any part is missing.
Json FromCard(std::string_view path, const Json& applicant) {
  const auto parts = text::Split(path, '.');
  const Json* value = &applicant;
  for (std::size_t i = 1; i < parts.size(); ++i) {  // parts[0] is "applicant"
    if (!value->is_object() || !value->contains(parts[i])) return nullptr;
    value = &value->at(parts[i]);
  }
  return *value;
}

// The value as the field keeps it, or null when the field would not take it: a card may be older
// than the rules.
Json Fitting(const Json& field, Json value) {
  if (value.is_null() || !HasType(field, value) || value.is_structured()) return nullptr;
  if (value.is_string()) {
    auto text = text::Trim(value.get_ref<const std::string&>());
    const auto& format = Keyword(field, "format");
    const auto stored = format.empty() ? Result<std::string>(text) : ReadFormat(format, text);
    if (text.empty() || !stored) return nullptr;
    value = *stored;
  }
  return CheckAlone(field, value) ? Json(nullptr) : value;
}

Json InitialValue(const Json& field, const Json& applicant) {
  if (const auto prefill = field.find("x-prefill"); prefill != field.end()) {
    const auto paths = prefill->is_array() ? *prefill : Json::array({*prefill});
    for (const auto& path : paths) {
      auto value = Fitting(field, FromCard(path.get_ref<const std::string&>(), applicant));
      if (!value.is_null()) return value;
    }
  }
  return field.value("default", Json());
}

Json InitialObject(const Json& schema, const Json& applicant) {
  auto object = Json::object();
  for (const auto& [name, field] : schema.at("properties").items()) {
    const bool group = Keyword(field, "type") == "object";
    // Whose group it is an answer says, and a new form has none yet: the browser fills it then.
    const bool later = field.contains("x-prefill-when");
    auto value =
        group ? InitialObject(field, later ? Json() : applicant) : InitialValue(field, applicant);
    if (!value.is_null() && !(group && value.empty())) object[name] = std::move(value);
  }
  return object;
}

}  // namespace

Json Prefill(const Json& form_schema, const Json& applicant) {
  return InitialObject(form_schema, applicant);
}

}  // namespace okno::catalog

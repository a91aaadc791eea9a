// SPDX-License-Identifier: Apache-2.0
#include "catalog/forms.h"
#include "logic/rules/field_checks.h"
#include "logic/rules/formats.h"
#include "logic/rules/schema.h"
#include "text/strings.h"

namespace okno::catalog {
namespace {

// Each leaves the value pruned and says whether anything is left of it.
bool Keep(const Json& field, Json& value, const Json& scope);
bool KeepText(const Json& field, Json& value);
bool KeepItems(const Json& field, Json& items);

// "4511123456" and "4511 123456" are «45 11 123456»; what is no passport stays as it is.
std::string SpacedPassport(std::string typed) {
  const auto digits = text::DigitsOnly(typed);
  if (digits.size() != 10 || typed.find_first_not_of("0123456789 ") != std::string::npos)
    return typed;
  return digits.substr(0, 2) + " " + digits.substr(2, 2) + " " + digits.substr(4);
}

// Works in place, so that a condition sees what was pruned before it.
void PruneObject(const Json& schema, Json& object, const Json& scope) {
  const auto& fields = PropertiesOf(schema);
  for (const auto& name_json : schema.at("x-order")) {
    const auto& name = name_json.get_ref<const std::string&>();
    const auto value = object.find(name);
    if (value == object.end()) continue;
    const auto& field = fields.at(name);
    if (!IsVisible(field, scope) || !Keep(field, *value, scope)) {
      object.erase(name);
    } else if (value->is_string() && IsOfPassport(field, object)) {
      *value = SpacedPassport(value->get<std::string>());
    }
  }
}

bool Keep(const Json& field, Json& value, const Json& scope) {
  const auto& type = Keyword(field, "type");
  if (value.is_null()) return false;
  if (type == "string" && value.is_string()) return KeepText(field, value);
  if (type == "object" && value.is_object()) {
    PruneObject(field, value, scope);
    return !value.empty();
  }
  if (type == "array" && value.is_array()) return KeepItems(field, value);
  return true;
}

bool KeepText(const Json& field, Json& value) {
  auto typed = text::Trim(value.get_ref<const std::string&>());
  if (const auto& format = Keyword(field, "format"); !format.empty() && !typed.empty()) {
    auto stored = ReadFormat(format, typed);
    if (stored) typed = *std::move(stored);
  }
  value = typed;
  return !typed.empty();
}

bool KeepItems(const Json& field, Json& items) {
  const auto& schema = field.at("items");
  if (IsRows(field)) {
    for (auto& row : items) {
      if (row.is_object()) PruneObject(schema, row, row);
    }
  } else {
    auto kept = Json::array();
    for (auto& choice : items) {
      if (!choice.is_string() || KeepText(schema, choice)) kept.push_back(std::move(choice));
    }
    items = std::move(kept);
  }
  return !items.empty();
}

}  // namespace

Json Prune(const Json& form_schema, const Json& data) {
  auto form = data.is_object() ? data : Json::object();
  PruneObject(form_schema, form, form);
  return form;
}

}  // namespace okno::catalog

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catalog/forms.h"

// The standard's meaning to the letter: a keyword says nothing about a value of a type it is not
// made for.
namespace okno::catalog {
namespace {

bool HasAll(const Json& names, const Json& data) {
  return !data.is_object() || std::ranges::all_of(names, [&](const Json& name) {
    return data.contains(name.get_ref<const std::string&>());
  });
}

bool PropertiesHold(const Json& properties, const Json& data) {
  if (!data.is_object()) return true;
  for (const auto& [name, condition] : properties.get_ref<const Json::object_t&>()) {
    const auto value = data.find(name);
    if (value != data.end() && !Holds(condition, *value)) return false;
  }
  return true;
}

bool ContainsOne(const Json& condition, const Json& data) {
  return !data.is_array() ||
         std::ranges::any_of(data, [&](const Json& item) { return Holds(condition, item); });
}

bool KeywordHolds(const std::string& keyword, const Json& value, const Json& data) {
  const auto holds = [&](const Json& condition) { return Holds(condition, data); };
  if (keyword == "properties") return PropertiesHold(value, data);
  if (keyword == "required") return HasAll(value, data);
  if (keyword == "const") return data == value;
  if (keyword == "enum") return std::ranges::find(value, data) != value.end();
  if (keyword == "minimum") return !data.is_number() || data >= value;
  if (keyword == "maximum") return !data.is_number() || data <= value;
  if (keyword == "minItems") return !data.is_array() || data.size() >= value.get<std::size_t>();
  if (keyword == "contains") return ContainsOne(value, data);
  if (keyword == "not") return !holds(value);
  if (keyword == "allOf") return std::ranges::all_of(value, holds);
  if (keyword == "anyOf") return std::ranges::any_of(value, holds);
  throw std::logic_error("catalog: unknown keyword in a condition: " + keyword);
}

}  // namespace

bool Holds(const Json& condition, const Json& data) {
  for (const auto& [keyword, value] : condition.get_ref<const Json::object_t&>()) {
    if (!KeywordHolds(keyword, value, data)) return false;
  }
  return true;
}

}  // namespace okno::catalog

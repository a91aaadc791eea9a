// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/schema.h"

#include "catalog/forms.h"

namespace okno::catalog {

const std::string& Keyword(const Json& schema, std::string_view name) {
  static const std::string kNone;
  const auto found = schema.find(name);
  return found != schema.end() && found->is_string() ? found->get_ref<const std::string&>() : kNone;
}

const Json& PropertiesOf(const Json& object_schema) {
  static const std::string kName = "properties";
  return object_schema.at(kName);
}

const Json& PropertyOf(const Json& object_schema, const std::string& name) {
  return PropertiesOf(object_schema).at(name);
}

bool IsRows(const Json& field) {
  return Keyword(field, "type") == "array" && Keyword(field.at("items"), "type") == "object";
}

bool IsVisible(const Json& field, const Json& scope) {
  const auto condition = field.find("x-visible-when");
  return condition == field.end() || Holds(*condition, scope);
}

bool IsRequired(const Json& object_schema, const std::string& name, const Json& field,
                const Json& scope) {
  if (const auto names = object_schema.find("required"); names != object_schema.end()) {
    for (const auto& required : *names) {
      if (required.get_ref<const std::string&>() == name) return true;
    }
  }
  const auto condition = field.find("x-required-when");
  return condition != field.end() && Holds(*condition, scope);
}

std::string Below(const std::string& pointer, std::string_view name) {
  auto path = pointer + "/";
  for (const char c : name) {
    if (c == '~') {
      path += "~0";
    } else if (c == '/') {
      path += "~1";
    } else {
      path += c;
    }
  }
  return path;
}

}  // namespace okno::catalog

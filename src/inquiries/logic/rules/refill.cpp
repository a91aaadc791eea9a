// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/refill.h"

#include <set>
#include <string>

namespace okno::inquiries::rules {
namespace {

Json Member(const Json& object, const std::string& name) {
  if (!object.is_object()) return {};
  const auto found = object.find(name);
  return found == object.end() ? Json() : *found;
}

// null: the member is not there.
Json ValueOf(const Json& current, const Json& before, const Json& now) {
  if (current.is_null() || current == before || current == Json("")) return now;
  const bool group = current.is_object() && (now.is_object() || before.is_object());
  return group ? Refilled(current, before, now) : current;
}

}  // namespace

Json Refilled(const Json& form, const Json& before, const Json& now) {
  std::set<std::string> names;
  for (const auto* object : {&form, &now}) {
    if (!object->is_object()) continue;
    for (const auto& [name, value] : object->items()) names.insert(name);
  }
  Json filled = Json::object();
  for (const auto& name : names) {
    auto value = ValueOf(Member(form, name), Member(before, name), Member(now, name));
    if (!value.is_null()) filled[name] = std::move(value);
  }
  return filled;
}

}  // namespace okno::inquiries::rules

// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/file_words.h"

#include <algorithm>
#include <initializer_list>

namespace okno::inquiries::rules {
namespace {

std::string FirstOf(const Json& place, std::initializer_list<const char*> names) {
  for (const auto* name : names) {
    const auto found = place.find(name);
    if (found != place.end() && found->is_string()) return found->get<std::string>();
  }
  return {};
}

// The object one of whose members is the content id.
const Json* PlaceOf(const Json& data, const std::string& content_id) {
  if (!data.is_structured()) return nullptr;
  if (data.is_object() && std::ranges::find(data, Json(content_id)) != data.end()) return &data;
  for (const auto& part : data) {
    if (const auto* place = PlaceOf(part, content_id)) return place;
  }
  return nullptr;
}

}  // namespace

FileWords WordsOfFile(const Json& data, const std::string& content_id) {
  const auto* place = content_id.empty() ? nullptr : PlaceOf(data, content_id);
  if (place == nullptr) return {};
  return {FirstOf(*place, {"@name", "@fileName", "Name", "FileName"}),
          FirstOf(*place, {"@title", "@description", "Title", "Description"})};
}

}  // namespace okno::inquiries::rules

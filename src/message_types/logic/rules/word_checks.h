// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "json/json.h"

namespace okno::message_types {

void CheckMembers(const Json& object, const std::vector<std::string>& known,
                  const std::string& place, std::vector<FieldError>& errors);
// What is said about one field, by itself: known keys, types, values.
void CheckWord(const Json& word, bool request, const std::string& place,
               std::vector<FieldError>& errors);
// A path or a list of paths.
std::vector<std::string> PathsOf(const Json& prefill);
// A name as part of a JSON pointer.
std::string Escaped(std::string_view name);

}  // namespace okno::message_types

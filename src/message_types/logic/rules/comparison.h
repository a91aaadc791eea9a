// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "json/json.h"

// What an answer says beside what is known (`same_as`).
namespace okno::message_types {

// All texts at the path, through rows too.
std::vector<std::string> TextsAt(const Json& data, const std::vector<std::string>& path);

// Whether one of the two says all that the other says: every number and every word of three letters
// or more, in any order, whatever the case, «ё» and signs. Kinds of places («г.», «ул.», «дом»)
// tell nothing: registers write addresses in many ways.
bool TellTheSame(const std::string& one, const std::string& other);

}  // namespace okno::message_types

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "json/json.h"

// What an answer says beside what is known (`same_as`).
namespace okno::message_types {

// All texts at the path, through rows too.
std::vector<std::string> TextsAt(const Json& data, const std::vector<std::string>& path);

// Whether one of the two says all that the other says: every number, in the same order («д. 12, кв.
// 7» is not «д. 7, кв. 12»), and every word of three letters or more, in any order, whatever the
// case, «ё» and signs. Kinds of places («г.», «ул.», «дом») tell nothing: registers write addresses
// in many ways; nor does a postcode that only one of them has. Two dates are the same when they are
// one day.
bool TellTheSame(const std::string& one, const std::string& other);

}  // namespace okno::message_types

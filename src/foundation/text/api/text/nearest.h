// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace okno::text {

// The name that a slip may have made `typed` of, letter case aside: one letter more, less, another,
// or two that changed places; two such slips in a word of six letters and more. "" when there is
// none. Compares bytes: names of commands and settings are ASCII.
std::string NearestOf(std::string_view typed, const std::vector<std::string>& names);

// «; похоже на http.port», or "" when nothing is near.
std::string Guess(std::string_view typed, const std::vector<std::string>& names);

}  // namespace okno::text

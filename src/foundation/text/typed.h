// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace okno::text {

// The digits of a number as people type it: blanks, dashes and «№» between them are passed over.
// Empty when anything else is there.
std::optional<std::string> TypedDigits(std::string_view typed);
bool IsDash(char32_t c);
int DigitAt(std::string_view digits, std::size_t place);
bool AllZeros(std::string_view digits);

}  // namespace okno::text

// SPDX-License-Identifier: Apache-2.0
#include "typed.h"

#include "utf8.h"

namespace okno::text {

std::optional<std::string> TypedDigits(std::string_view typed) {
  std::string digits;
  for (auto c : CodePoints(typed)) {
    if (IsDigit(c)) {
      digits.push_back(static_cast<char>(c));
    } else if (!IsWhiteSpace(c) && !IsDash(c) && c != U'№') {
      return std::nullopt;
    }
  }
  return digits;
}

bool IsDash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

int DigitAt(std::string_view digits, std::size_t place) { return digits[place] - '0'; }

bool AllZeros(std::string_view digits) {
  return digits.find_first_not_of('0') == std::string_view::npos;
}

}  // namespace okno::text

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace okno::text {

// Takes one code point off the front. Empty, and nothing taken, when the front is not well-formed
// UTF-8.
std::optional<char32_t> TakeCodePoint(std::string_view& text);
void Append(std::string& text, char32_t code_point);
// All code points; a byte that is not UTF-8 becomes U+FFFD.
std::u32string CodePoints(std::string_view text);

bool IsWhiteSpace(
    char32_t c);  // Unicode White_Space, and the zero-width characters pasted text brings along
char32_t LowerLetter(char32_t c);  // Latin and Cyrillic
char32_t UpperLetter(char32_t c);
bool IsDigit(char32_t c);  // 0 to 9

}  // namespace okno::text

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::catalog {

// One character for each code point, for regular expressions and looks at single letters.
std::wstring Widen(std::string_view utf8);
std::string Narrow(std::wstring_view wide);
// `pattern` anywhere in `text`, by code points.
bool Matches(std::string_view pattern, std::string_view text);
bool IsWhiteSpace(wchar_t c);  // as text::Trim sees it
bool IsDash(wchar_t c);
wchar_t ToUpper(wchar_t c);          // Latin and Cyrillic
wchar_t LatinToCyrillic(wchar_t c);  // letters that look the same

}  // namespace okno::catalog

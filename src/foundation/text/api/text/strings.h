// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace okno::text {

bool IsValidUtf8(std::string_view text);
std::string Trim(std::string_view text);  // ASCII and Unicode white space at both ends
std::string ToLower(
    std::string_view text);  // Latin and Cyrillic (incl. Ёё), other letters unchanged
std::string FoldForSearch(std::string_view text);  // lower case, ё -> е, single spaces
std::string DigitsOnly(std::string_view text);
std::size_t Length(std::string_view text);  // in code points
std::vector<std::string> Split(std::string_view text, char separator);
// Plural form by Russian rules: Plural(3, "рабочий день", "рабочих дня", "рабочих дней").
std::string_view Plural(long long count, std::string_view one, std::string_view few,
                        std::string_view many);
std::string FormatMoneyRu(long long kopecks);  // "1 500,00 ₽" with thin no-break spaces

std::string Base64Encode(std::string_view bytes);
// Strict alphabet; white space is allowed, anything else refused.
bool Base64Decode(std::string_view text, std::string& bytes);
std::string HexEncode(std::string_view bytes);

}  // namespace okno::text

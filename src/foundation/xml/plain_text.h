// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// Texts and values of attributes as they stand in the bytes, for the plain reader.
namespace okno::xml {

constexpr unsigned kReference = 1;  // an "&"
constexpr unsigned kLineFeed = 2;   // and
constexpr unsigned kTab = 4;        // this one are white space that an attribute may not keep
constexpr unsigned kBracket = 8;    // "]": the text may hold "]]>"
constexpr unsigned kBeyondAscii = 16;
// What no document may hold there, and the carriage return, which is read as another character.
constexpr unsigned kStrange = 32;
unsigned TraitsOf(std::string_view text);  // all that occur in it

// Well-formed UTF-8 of characters that XML allows; control characters are not looked for.
bool IsCharacters(std::string_view text);

// Appends the text with its references resolved: the five names and numbers. False at any other.
bool AppendResolved(std::string& out, std::string_view text);

}  // namespace okno::xml

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::xsd {

// UTF-8 that is known to be well-formed, to code points and back.
std::u32string ToCodePoints(std::string_view utf8);
void Append(std::string& utf8, char32_t c);

}  // namespace okno::xsd

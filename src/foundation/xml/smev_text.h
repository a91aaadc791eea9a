// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// How the transform writes characters: what the serialiser of the reference (Woodstox) does, which
// МР 3.5 wrote down as step 9. Lengths are in UTF-16 units, as in Java.
namespace okno::xml {

bool IsBlank(std::string_view text);                           // nothing above U+0020
void AppendSmevText(std::string& out, std::string_view text);  // one whole text between two tags
void AppendSmevAttribute(std::string& out, std::string_view value);
int CompareUtf16(std::string_view a,
                 std::string_view b);  // the order of Java's compareTo, for UTF-8

}  // namespace okno::xml

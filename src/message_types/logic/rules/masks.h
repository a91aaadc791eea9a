// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::message_types {

// A value of a form as a message writes it, and back. Masks: `#` for each digit; "dd.mm.yyyy" for a
// day. A value that does not fit stays as it is, and the judge of the schema speaks.
std::string IntoMask(std::string_view mask, const std::string& value);
std::string OutOfMask(std::string_view mask, const std::string& written);

}  // namespace okno::message_types

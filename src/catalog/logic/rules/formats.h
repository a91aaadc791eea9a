// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

// The formats of text fields, docs/forms.md.
namespace okno::catalog {

bool IsFormat(std::string_view format);
// The stored form of what was typed (already trimmed), or the format's code. An unknown format is a
// bug and throws.
Result<std::string> ReadFormat(std::string_view format, std::string_view typed);
// A stored value as people read it: "112-233-445 95", "23.11.2026".
std::string ShowFormat(std::string_view format, const std::string& stored);
// Whether the check key of an account fits its bank; true where the rule does not apply.
bool AccountFitsBank(std::string_view account, std::string_view bik);

}  // namespace okno::catalog

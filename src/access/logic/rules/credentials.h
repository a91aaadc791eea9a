// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace okno::access::rules {

// The stored form of a login: trimmed, lower case.
std::string FoldLogin(std::string_view typed);
bool IsLogin(std::string_view folded);  // 3..64 of a-z 0-9 . _ -

// What is wrong with a new password at `pointer`, if anything. Length and a login inside are
// judged; rules that force digits and signs make people write passwords down and are left out on
// purpose.
std::optional<FieldError> JudgePassword(std::string_view pointer, std::string_view password,
                                        std::string_view login);

}  // namespace okno::access::rules

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::app {

// "оператор" for "operator"; a role without a title is shown as it is.
std::string RoleTitle(std::string_view role);

}  // namespace okno::app

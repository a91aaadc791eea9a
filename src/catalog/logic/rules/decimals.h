// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string_view>

namespace okno::catalog {

// Compares two numbers written as the format `decimal` stores them ("-12.50"), exactly.
std::strong_ordering CompareDecimals(std::string_view a, std::string_view b);

}  // namespace okno::catalog

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::text {

// The name in Russian quotes, «…». Quotes inside become „…“: two closing ones of a kind would merge.
std::string Quoted(std::string_view name);

}  // namespace okno::text

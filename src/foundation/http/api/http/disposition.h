// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::http {

// The value of Content-Disposition (RFC 6266). `kind`: "inline" is shown, "attachment" is kept;
// `name`: UTF-8, as people read it in the tab and among their files.
std::string Disposition(std::string_view kind, std::string_view name);

}  // namespace okno::http

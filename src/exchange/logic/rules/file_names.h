// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::exchange::rules {

// СМЭВ transmits no file names: "attachment-2.pdf" by place and MIME type; "attachment-2" when the
// type is unknown.
std::string FileName(int number, std::string_view mime_type);

}  // namespace okno::exchange::rules

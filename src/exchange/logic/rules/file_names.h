// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::exchange::rules {

// СМЭВ transmits no file names: "attachment-2.pdf" by place and MIME type; "attachment-2" when the
// type is unknown.
std::string FileName(int number, std::string_view mime_type);

// The name a file gets on the FTP storage: its own without what could be taken for a path or a
// command; "file.pdf" when nothing is left.
std::string TransferName(std::string_view name, std::string_view mime_type);

// The last part of a path as the bus gives it ("/SignedContent.zip"), safe as the name of a file of
// ours; "" when there is none.
std::string BaseName(std::string_view path);

}  // namespace okno::exchange::rules

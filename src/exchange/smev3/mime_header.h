// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace okno::exchange::smev3 {

// A header value with parameters: `multipart/related; boundary="x"; start="<y>"`. The value and
// parameter names are in lower case. Empty when it can not be read or a parameter comes twice.
struct MimeValue {
  std::string value;
  std::map<std::string, std::string, std::less<>> parameters;
  std::string parameter(std::string_view name) const;  // "" when absent
};
std::optional<MimeValue> ReadMimeValue(std::string_view text);

// The header block of one part (lines ended by CRLF, without the empty line). Empty when malformed
// or a name comes twice; names in lower case.
using MimeHeaders = std::map<std::string, std::string, std::less<>>;
std::optional<MimeHeaders> ReadMimeHeaders(std::string_view block);

// A Content-ID without its angle brackets (RFC 2392); one that has none stays as it is.
std::string Unbracket(std::string_view id);

}  // namespace okno::exchange::smev3

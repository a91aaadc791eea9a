// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace okno::testbed {

// What a signed-in FTP client may reach.
struct FtpAccess {
  std::string root;  // real folder that is its "/"
  // Directories in "/" by name and the real folder each is: areas of participants; the root itself
  // under the name of the message's directory (ftp://…/<uuid>/<file>).
  std::map<std::string, std::string> places = {};
  bool writable = false;
  std::uint64_t upload_limit = 0;  // bytes of one file
};
using FtpLogin =
    std::function<std::optional<FtpAccess>(const std::string& user, const std::string& password)>;

// Whether the transfer that begins is to break in the middle, an ordered failure. `verb` is "STOR",
// "APPE" or "RETR".
using FtpTrouble = std::function<bool(const std::string& user, std::string_view verb)>;

}  // namespace okno::testbed

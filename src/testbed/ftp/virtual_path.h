// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace okno::testbed {

// A path as an FTP client sees it, from the root of its account. It can not lead out: ".." at the
// root stays there, and a name is one component of a real path.
class VirtualPath {
 public:
  // `text` from here: absolute when it begins with "/". Empty when a name is not allowed (control
  // characters, backslash, over 255 bytes, a dot first, more than 8 levels).
  std::optional<VirtualPath> Resolve(std::string_view text) const;
  const std::vector<std::string>& names() const { return names_; }
  std::size_t depth() const { return names_.size(); }
  VirtualPath WithoutFirst() const;  // "/b" of "/a/b"; precondition: not the root
  std::string text() const;          // "/a/b"
  std::string Below(const std::string& root) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace okno::testbed

// SPDX-License-Identifier: Apache-2.0
#include "ftp/virtual_path.h"

#include <algorithm>

#include "text/strings.h"

namespace okno::testbed {

namespace {

bool IsName(const std::string& name) {
  constexpr std::size_t kLongest = 255;
  return name.size() <= kLongest && name[0] != '.' &&
         std::none_of(name.begin(), name.end(), [](unsigned char letter) {
           return letter < 0x20 || letter == 0x7f || letter == '\\';
         });
}

}  // namespace

std::optional<VirtualPath> VirtualPath::Resolve(std::string_view text) const {
  constexpr std::size_t kDeepest = 8;
  VirtualPath path;
  if (!text.starts_with("/")) path = *this;
  for (const auto& name : text::Split(text, '/')) {
    if (name.empty() || name == ".") continue;
    if (name == "..") {
      if (!path.names_.empty()) path.names_.pop_back();
    } else if (IsName(name) && path.depth() < kDeepest) {
      path.names_.push_back(name);
    } else {
      return std::nullopt;
    }
  }
  return path;
}

VirtualPath VirtualPath::WithoutFirst() const {
  VirtualPath rest;
  rest.names_.assign(names_.begin() + 1, names_.end());
  return rest;
}

std::string VirtualPath::text() const {
  std::string text;
  for (const auto& name : names_) text += "/" + name;
  return text.empty() ? "/" : text;
}

std::string VirtualPath::Below(const std::string& root) const {
  return names_.empty() ? root : root + text();
}

}  // namespace okno::testbed

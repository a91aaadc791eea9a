// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace okno::files {

// SHA-256 in small hexadecimal letters: the name of an object.
inline bool IsDigest(std::string_view name) {
  return name.size() == 64 && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// <folder>/ab/cd/abcd…
inline std::filesystem::path PlaceOf(const std::filesystem::path& folder,
                                     const std::string& digest) {
  return folder / digest.substr(0, 2) / digest.substr(2, 2) / digest;
}

// <folder>/removed/abcd…: what was set aside (sweep.h).
inline std::filesystem::path AsideOf(const std::filesystem::path& folder,
                                     const std::string& digest) {
  return folder / "removed" / digest;
}

}  // namespace okno::files

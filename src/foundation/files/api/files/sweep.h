// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "time/time.h"

// Objects of a folder store (OpenFolderStore) that nobody may refer to any more. Who refers to what
// the caller knows, and may be mistaken: with the wrong database, or one restored from an older
// copy. So an object is set aside first, and destroyed later; until then the store finds it there
// and puts it back.
namespace okno::files {

// The store in parts of about the same size: "00" … "ff". What is set aside is in none of them.
std::vector<std::string> Parts();
// Digests of a part's objects that were put last before `before`. Whoever puts the same bytes again
// makes the object young.
std::vector<std::string> ListOld(const std::string& folder, const std::string& part,
                                 Instant before);

// Takes the object out of its place; false when it is gone. Bytes that are put again meanwhile are
// an object of their own, in its place.
bool SetAside(const std::string& folder, const std::string& digest);
struct AsideFile {
  std::string digest;
  Instant since;  // when it was set aside
};
std::vector<AsideFile> ListAside(const std::string& folder);
// Back into its place; false when it is not aside.
bool PutBack(const std::string& folder, const std::string& digest);
// For good; returns its size, nothing when it is not aside.
std::optional<std::uint64_t> DestroyAside(const std::string& folder, const std::string& digest);

}  // namespace okno::files

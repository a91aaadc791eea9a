// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "time/time.h"

// Objects of a folder store (OpenFolderStore) that nobody may refer to any more. Who refers to what
// the caller knows. Whoever puts the same bytes again makes the object young, so what is being
// written right now is never old.
namespace okno::files {

// The store in parts of about the same size: "00" … "ff".
std::vector<std::string> Parts();
// Digests of a part's objects that were put last before `before`.
std::vector<std::string> ListOld(const std::string& folder, const std::string& part,
                                 Instant before);
// Destroys the object, unless it was put again since `before` or is gone; returns its size.
std::optional<std::uint64_t> DestroyOld(const std::string& folder, const std::string& digest,
                                        Instant before);

}  // namespace okno::files

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "xml/document.h"

namespace okno::xml {

enum class Canonical { kExclusive, kInclusive };

// Canonical form of a subtree without comments, as it stands in its document. Empty when libxml2
// refuses it (relative namespace URIs).
std::optional<std::string> Canonicalize(Canonical kind, Element element, Element skip = {});

}  // namespace okno::xml

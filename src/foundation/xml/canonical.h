// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "xml/document.h"

namespace okno::xml {

enum class Canonical { kExclusive, kInclusive };

// Canonical form of a subtree without comments, as it stands in its document. Empty when there is
// none (relative namespace URIs). `inclusive_prefixes` is for the exclusive one only.
std::optional<std::string> Canonicalize(Canonical kind, Element element, Element skip = {},
                                        std::string_view inclusive_prefixes = {});

}  // namespace okno::xml

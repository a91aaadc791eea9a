// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "xml/document.h"

namespace okno::xml {

// Each is looked for at every name that is read, by libxml2 too.
constexpr std::size_t kMostNamespaces = 1000;  // declarations in scope

// A look at the bytes before libxml2 sees them: size, encoding, DOCTYPE, depth, attributes of one
// element (200,000 of them cost libxml2 17 s), declarations in scope ("xml.attributes" as well).
// libxml2 does not stop at an error but reads on, so that what is malformed could hide such a
// thing: where the two could lose each other, the document is refused here ("xml.malformed").
std::optional<Refusal> Guard(std::string_view bytes, const Limits& limits);

}  // namespace okno::xml

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/tree.h>

#include <string>

namespace okno::xml {

// The tree as UTF-8, nothing added and nothing indented. Like libxml2's own output but for the
// spelling of some references, at a third of the cost: no encoders, no buffers between.
std::string WriteDocument(const xmlDoc* doc);  // with declaration
// The element alone with all namespaces in scope at its place.
std::string WriteElement(const xmlNode* element);

}  // namespace okno::xml

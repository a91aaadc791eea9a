// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/tree.h>

namespace okno::xml {

// Calls `visit(xmlNode*)` for `top` and every element under it, in document order, without
// recursion.
template <typename Visit>
void ForEachElement(xmlNode* top, Visit visit) {
  for (auto* node = top; node != nullptr;) {
    if (node->type == XML_ELEMENT_NODE) visit(node);
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      node = node->children;
      continue;
    }
    while (node != top && node->next == nullptr) node = node->parent;
    node = node == top ? nullptr : node->next;
  }
}

}  // namespace okno::xml

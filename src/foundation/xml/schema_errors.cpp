// SPDX-License-Identifier: Apache-2.0
#include "schema_errors.h"

#include <libxml/tree.h>

namespace okno::xml {

namespace {
constexpr std::size_t kMostErrors = 20;
}

void CollectSchemaError(void* errors, xmlErrorPtr error) {
  auto& found = *static_cast<std::vector<SchemaError>*>(errors);
  if (found.size() >= kMostErrors) return;
  SchemaError entry;
  auto* node = static_cast<xmlNode*>(error->node);
  if (node != nullptr && node->type == XML_ATTRIBUTE_NODE) node = node->parent;
  if (node != nullptr && node->name != nullptr) {
    entry.element = reinterpret_cast<const char*>(node->name);
  }
  entry.text = error->message != nullptr ? error->message : "";
  while (!entry.text.empty() && entry.text.back() == '\n') entry.text.pop_back();
  found.push_back(std::move(entry));
}

}  // namespace okno::xml

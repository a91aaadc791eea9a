// SPDX-License-Identifier: Apache-2.0
#include "schema_errors.h"

#include <libxml/tree.h>

namespace okno::xml {

namespace {
constexpr std::size_t kMostErrors = 20;

// libxml2 names the attribute in its words only: "Element 'a', attribute '{uri}b': …".
std::string AttributeIn(const std::string& text) {
  constexpr std::string_view kMark = "ttribute '";
  const auto mark = text.find(kMark);
  if (mark == std::string::npos) return "";
  const auto name =
      text.substr(mark + kMark.size(), text.find('\'', mark + kMark.size()) - mark - kMark.size());
  const auto brace = name.rfind('}');
  return brace == std::string::npos ? name : name.substr(brace + 1);
}

// "a.xsd:12: complexType: " of an error in a schema itself; files are known by "okno-set:///a.xsd".
std::string PlaceIn(const xmlError& error, const std::string& element) {
  if (error.domain == XML_FROM_SCHEMASV || error.file == nullptr) return "";
  const std::string file = error.file;
  return file.substr(file.rfind('/') + 1) + ":" + std::to_string(error.line) + ": " +
         (element.empty() ? "" : element + ": ");
}
}  // namespace

void CollectSchemaError(void* errors, xmlErrorPtr error) {
  auto& found = *static_cast<std::vector<SchemaError>*>(errors);
  if (found.size() >= kMostErrors) return;
  SchemaError entry;
  auto* node = static_cast<xmlNode*>(error->node);
  if (node != nullptr && node->type == XML_ATTRIBUTE_NODE) node = node->parent;
  if (node != nullptr && node->type == XML_ELEMENT_NODE && node->name != nullptr) {
    entry.element = reinterpret_cast<const char*>(node->name);
    if (error->domain == XML_FROM_SCHEMASV) entry.at = Element(node);
  }
  entry.text = error->message != nullptr ? error->message : "";
  while (!entry.text.empty() && entry.text.back() == '\n') entry.text.pop_back();
  entry.attribute = AttributeIn(entry.text);
  entry.text.insert(0, PlaceIn(*error, entry.element));
  found.push_back(std::move(entry));
}

}  // namespace okno::xml

// SPDX-License-Identifier: Apache-2.0
#include <new>

#include "native.h"
#include "tree.h"
#include "xml/document.h"

namespace okno::xml {
namespace {

// A namespace in scope is used again, except when an attribute or child would need a prefix that
// was shadowed; libxml2 looks at that.
xmlNs* NamespaceAt(xmlNode* node, std::string_view uri, std::string_view prefix) {
  const std::string uri_text(uri);
  if (auto* known = xmlSearchNsByHref(node->doc, node, Chars(uri_text))) return known;
  const std::string prefix_text(prefix);
  return xmlNewNs(node, Chars(uri_text), prefix.empty() ? nullptr : Chars(prefix_text));
}

void AppendText(xmlNode* node, std::string_view text) {
  const auto storable = Storable(text);
  auto* child = xmlNewDocTextLen(node->doc, Chars(storable), static_cast<int>(storable.size()));
  if (child == nullptr) throw std::bad_alloc();
  xmlAddChild(node, child);
}

}  // namespace

Element Element::Add(std::string_view namespace_uri, std::string_view prefix, std::string_view name,
                     std::string_view text) {
  auto* node = xmlNewDocNode(node_->doc, nullptr, Chars(std::string(name)), nullptr);
  if (node == nullptr) throw std::bad_alloc();
  xmlAddChild(node_, node);
  if (namespace_uri.empty()) {
    ShieldFromDefault(node);
  } else {
    xmlSetNs(node, NamespaceAt(node, namespace_uri, prefix));
  }
  if (!text.empty()) AppendText(node, text);
  return Element(node);
}

void Element::SetText(std::string_view text) {
  DiscardChildren(node_);
  if (!text.empty()) AppendText(node_, text);
}

void Element::SetAttribute(std::string_view name, std::string_view value) {
  const std::string name_text(name);
  auto* attribute = xmlHasNsProp(node_, Chars(name_text), nullptr);
  if (attribute == nullptr) attribute = xmlNewNsProp(node_, nullptr, Chars(name_text), nullptr);
  if (attribute == nullptr) throw std::bad_alloc();
  DiscardChildren(attribute);
  auto* text = xmlNewDocText(node_->doc, Chars(Storable(value)));
  if (text == nullptr) throw std::bad_alloc();
  attribute->children = attribute->last = text;
  text->parent = reinterpret_cast<xmlNode*>(attribute);
}

Element Element::AddCopyOf(Element other) {
  auto* copy = xmlDocCopyNode(other.node_, node_->doc, 1);
  if (copy == nullptr) throw std::bad_alloc();
  KeepNamespaces(copy, other.node_);
  xmlAddChild(node_, copy);
  ShieldFromDefault(copy);
  return Element(copy);
}

}  // namespace okno::xml

// SPDX-License-Identifier: Apache-2.0
#include "native.h"
#include "text/strings.h"
#include "tree_writer.h"
#include "xml/document.h"

namespace okno::xml {
namespace {

xmlNode* FirstElement(xmlNode* node) {
  while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
  return node;
}

}  // namespace

std::string Element::name() const { return std::string(View(node_->name)); }

std::string Element::namespace_uri() const { return std::string(NamespaceOf(node_->ns)); }

bool Element::Is(std::string_view namespace_uri, std::string_view name) const {
  return node_ != nullptr && View(node_->name) == name && NamespaceOf(node_->ns) == namespace_uri;
}

std::string Element::text() const {
  const CharsPtr content(xmlNodeGetContent(node_));
  return text::Trim(View(content.get()));
}

std::optional<std::string> Element::attribute(std::string_view name) const {
  const CharsPtr value(xmlGetNoNsProp(node_, Chars(std::string(name))));
  if (value == nullptr) return std::nullopt;
  return std::string(View(value.get()));
}

Element Element::parent() const {
  auto* parent = node_->parent;
  return Element(parent != nullptr && parent->type == XML_ELEMENT_NODE ? parent : nullptr);
}

std::vector<Element> Element::children() const {
  std::vector<Element> found;
  for (auto* node = FirstElement(node_->children); node != nullptr;
       node = FirstElement(node->next)) {
    found.emplace_back(node);
  }
  return found;
}

Element Element::child(std::string_view name) const {
  for (auto* node = FirstElement(node_->children); node != nullptr;
       node = FirstElement(node->next)) {
    if (View(node->name) == name) return Element(node);
  }
  return {};
}

Element Element::child(std::string_view namespace_uri, std::string_view name) const {
  for (auto* node = FirstElement(node_->children); node != nullptr;
       node = FirstElement(node->next)) {
    if (Element(node).Is(namespace_uri, name)) return Element(node);
  }
  return {};
}

Element Element::next() const { return Element(FirstElement(node_->next)); }

std::string Element::child_text(std::string_view name) const {
  const auto found = child(name);
  return found ? found.text() : std::string();
}

std::string Element::Serialize() const { return WriteElement(node_); }

}  // namespace okno::xml

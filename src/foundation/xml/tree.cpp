// SPDX-License-Identifier: Apache-2.0
#include "tree.h"

#include <libxml/dict.h>
#include <libxml/parserInternals.h>

#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

#include "native.h"

namespace okno::xml {
namespace {

Arena* ArenaOf(const xmlDoc* doc) { return static_cast<Arena*>(doc->_private); }

// Whether libxml2 made it, and so has to free it.
bool IsForeign(const Arena* arena, const void* part) {
  return arena == nullptr || !arena->Owns(part);
}

void FreeForeignText(const Arena* arena, xmlNode* text) {
  while (text != nullptr) {
    auto* next = text->next;
    if (IsForeign(arena, text)) xmlFreeNode(text);
    text = next;
  }
}

// An attribute of libxml2 has nothing of ours inside; ours may have a text of libxml2.
void FreeForeignAttributes(const Arena* arena, xmlAttr* attribute) {
  while (attribute != nullptr) {
    auto* next = attribute->next;
    if (IsForeign(arena, attribute)) {
      xmlFreeProp(attribute);
    } else {
      FreeForeignText(arena, attribute->children);
    }
    attribute = next;
  }
}

void FreeForeignNamespaces(const Arena* arena, xmlNs* ns) {
  while (ns != nullptr) {
    auto* next = ns->next;
    if (IsForeign(arena, ns)) xmlFreeNs(ns);
    ns = next;
  }
}

// One node whose children are gone.
void FreeIfForeign(const Arena* arena, xmlNode* node) {
  if (node->type == XML_ELEMENT_NODE) {
    FreeForeignAttributes(arena, std::exchange(node->properties, nullptr));
    FreeForeignNamespaces(arena, std::exchange(node->nsDef, nullptr));
  }
  if (IsForeign(arena, node)) xmlFreeNode(node);
}

// The node, those after it and all inside, without recursion: built documents have no limit of
// depth.
void FreeForeign(const Arena* arena, xmlNode* first) {
  if (first == nullptr) return;
  const auto* top = first->parent;
  for (auto* node = first; node != top;) {
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      node = std::exchange(node->children, nullptr);
      continue;
    }
    auto* following = node->next != nullptr ? node->next : node->parent;
    FreeIfForeign(arena, node);
    node = following;
  }
}

}  // namespace

void FreeDocument::operator()(xmlDoc* doc) const {
  const std::unique_ptr<Arena> arena(ArenaOf(doc));
  if (arena != nullptr) {
    FreeForeign(arena.get(), std::exchange(doc->children, nullptr));
    doc->last = nullptr;
  }
  xmlFreeDoc(doc);
}

DocumentPtr NewDocument() {
  DocumentPtr doc(xmlNewDoc(reinterpret_cast<const xmlChar*>("1.0")));
  if (doc == nullptr || (doc->dict = xmlDictCreate()) == nullptr) throw std::bad_alloc();
  return doc;
}

xmlNode* TreeMaker::Element(const xmlChar* name) {
  auto* element = Make<xmlNode>();
  element->type = XML_ELEMENT_NODE;
  element->name = name;
  return element;
}

xmlNode* TreeMaker::Text(std::string_view text, unsigned short line) {
  auto* node = Make<xmlNode>();
  node->type = XML_TEXT_NODE;
  node->name = xmlStringText;
  node->line = line;
  if (text.size() >= 2 * sizeof(void*)) {
    node->content = const_cast<xmlChar*>(Copy(text));
  } else {  // XML_PARSE_COMPACT: kept inside the node
    node->content = reinterpret_cast<xmlChar*>(&node->properties);
    std::memcpy(node->content, text.data(), text.size());
  }
  return node;
}

void TreeMaker::AddAttribute(xmlNode* element, const xmlChar* name, xmlNs* ns, xmlNode* value) {
  auto* attribute = Make<xmlAttr>();
  attribute->type = XML_ATTRIBUTE_NODE;
  attribute->name = name;
  attribute->ns = ns;
  attribute->parent = element;
  attribute->children = attribute->last = value;
  value->parent = reinterpret_cast<xmlNode*>(attribute);
  auto** place = &element->properties;
  for (; *place != nullptr; place = &(*place)->next) attribute->prev = *place;
  *place = attribute;
}

xmlNs* TreeMaker::AddNamespace(xmlNode* element, std::string_view prefix, std::string_view uri) {
  auto** place = &element->nsDef;
  for (; *place != nullptr; place = &(*place)->next) {
    if (View((*place)->prefix) == prefix) return nullptr;
  }
  auto* ns = new (arena_.Take(sizeof(xmlNs))) xmlNs{};
  ns->type = XML_NAMESPACE_DECL;
  ns->href = Copy(uri);
  if (!prefix.empty()) ns->prefix = Copy(prefix);
  *place = ns;
  return ns;
}

void TreeMaker::Adopt() {
  if (ArenaOf(doc_) == nullptr) doc_->_private = new Arena();
  ArenaOf(doc_)->Adopt(std::exchange(arena_, {}));
}

template <typename Part>
Part* TreeMaker::Make() {
  static_assert(std::is_trivially_destructible_v<Part>);
  auto* part = new (arena_.Take(sizeof(Part))) Part{};
  part->doc = doc_;
  return part;
}

const xmlChar* TreeMaker::Copy(std::string_view text) {
  auto* copy = static_cast<xmlChar*>(arena_.Take(text.size() + 1));
  std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = 0;
  return copy;
}

void Append(xmlNode* parent, xmlNode* child) {
  child->parent = parent;
  child->prev = parent->last;
  (parent->last == nullptr ? parent->children : parent->last->next) = child;
  parent->last = child;
}

void DiscardChildren(xmlNode* element) {
  FreeForeign(ArenaOf(element->doc), std::exchange(element->children, nullptr));
  element->last = nullptr;
}

void DiscardChildren(xmlAttr* attribute) {
  FreeForeignText(ArenaOf(attribute->doc), std::exchange(attribute->children, nullptr));
  attribute->last = nullptr;
}

}  // namespace okno::xml

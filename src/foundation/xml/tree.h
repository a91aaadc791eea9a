// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string_view>

#include "arena.h"

// Parts of libxml2's tree in an arena. libxml2 reads them like its own and may link its own parts
// to them, but must neither free nor change the size of one: whatever takes a part of a tree away
// does it by Discard, and a document is freed by FreeDocument.
namespace okno::xml {

struct FreeDocument {
  void operator()(xmlDoc* doc) const;
};
using DocumentPtr = std::unique_ptr<xmlDoc, FreeDocument>;
DocumentPtr NewDocument();  // empty, with a dictionary that keeps each name once

// Makes parts that belong to `doc` once it has adopted them.
class TreeMaker {
 public:
  explicit TreeMaker(xmlDoc* doc) : doc_(doc) {}
  // `name` is of the document's dictionary.
  xmlNode* Element(const xmlChar* name);
  xmlNode* Text(std::string_view text, unsigned short line);
  void AddAttribute(xmlNode* element, const xmlChar* name, xmlNs* ns, xmlNode* value);
  // Null when the element declares the prefix already; "" is the default one.
  xmlNs* AddNamespace(xmlNode* element, std::string_view prefix, std::string_view uri);
  // Gives all that was made to the document; without it, it dies with the maker.
  void Adopt();

 private:
  template <typename Part>
  Part* Make();
  const xmlChar* Copy(std::string_view text);

  xmlDoc* doc_;
  Arena arena_;
};

void Append(xmlNode* parent, xmlNode* child);

// Takes away the children of an element or attribute.
void DiscardChildren(xmlNode* element);
void DiscardChildren(xmlAttr* attribute);

}  // namespace okno::xml

// SPDX-License-Identifier: Apache-2.0
#include "xml/insertion.h"

#include "native.h"
#include "plain_reader.h"

namespace okno::xml {

Result<Element> AddDocument(Element parent, std::string_view bytes) {
  InitializeParser();
  auto root = ReadPlainElement(bytes, parent.native()->doc);
  if (root == nullptr) {
    auto document = Document::Parse(bytes);
    if (!document) return document.refusal();
    return parent.AddCopyOf(document->root());
  }
  xmlAddChild(parent.native(), root.get());
  ShieldFromDefault(root.get());
  return Element(root.release());
}

}  // namespace okno::xml

// SPDX-License-Identifier: Apache-2.0
#include "xml/insertion.h"

#include "native.h"
#include "plain_reader.h"
#include "tree.h"

namespace okno::xml {

Result<Element> AddDocument(Element parent, std::string_view bytes) {
  InitializeParser();
  auto* root = ReadPlainElement(bytes, parent.native()->doc);
  if (root == nullptr) {
    auto document = Document::Parse(bytes);
    if (!document) return document.refusal();
    return parent.AddCopyOf(document->root());
  }
  Append(parent.native(), root);
  ShieldFromDefault(root);
  return Element(root);
}

}  // namespace okno::xml

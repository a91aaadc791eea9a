// SPDX-License-Identifier: Apache-2.0
#include "xml/document.h"

#include "native.h"
#include "parsing.h"
#include "plain_reader.h"
#include "tree.h"
#include "tree_writer.h"

namespace okno::xml {

Result<Document> Document::Parse(std::string_view bytes, const Limits& limits) {
  InitializeParser();
  if (auto plain = ReadPlain(bytes, limits)) return Document(plain.release());
  auto read = ReadThoroughly(bytes, limits);
  if (!read) return read.refusal();
  return Document(read->release());
}

Document Document::Create(std::string_view namespace_uri, std::string_view prefix,
                          std::string_view name) {
  InitializeParser();
  Document document(NewDocument().release());
  auto* root = xmlNewDocNode(document.native(), nullptr, Chars(std::string(name)), nullptr);
  xmlDocSetRootElement(document.native(), root);
  const std::string prefix_text(prefix);
  const auto* declared_prefix = prefix.empty() ? nullptr : Chars(prefix_text);
  xmlSetNs(root, xmlNewNs(root, Chars(std::string(namespace_uri)), declared_prefix));
  return document;
}

Element Document::root() const { return Element(xmlDocGetRootElement(doc_.get())); }

void Document::Free::operator()(xmlDoc* doc) const { FreeDocument()(doc); }

std::string Document::Serialize() const { return WriteDocument(doc_.get()); }

}  // namespace okno::xml

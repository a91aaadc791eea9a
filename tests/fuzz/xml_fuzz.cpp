// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "exchange/smev3/source.h"
#include "require.h"
#include "xml/document.h"

using okno::exchange::smev3::Source;
using okno::xml::Document;
using okno::xml::Element;

namespace {

void Walk(const Source& source, Element element, int& left) {
  if (--left < 0) return;
  const auto bytes = source.BytesOf(element);
  Require(!bytes.empty() && bytes.front() == '<' && bytes.back() == '>',
          "the bytes of an element begin and end with its tags");
  auto alone = Document::Parse(source.FragmentOf(element));
  Require(alone.ok(), "a fragment is a document of its own");
  Require(alone->root().name() == element.name() &&
              alone->root().namespace_uri() == element.namespace_uri() &&
              alone->root().text() == element.text(),
          "a fragment says what the element said");
  for (const auto& child : element.children()) Walk(source, child, left);
}

}  // namespace

// The XML reader: whatever is taken has bounds for each element, and each element stands alone.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  auto source = Source::Parse({reinterpret_cast<const char*>(data), size});
  if (!source) return 0;
  int left = 50;
  Walk(*source, source->root(), left);
  auto again = Document::Parse(source->document().Serialize());
  Require(again.ok(), "what was written can be read");
  return 0;
}

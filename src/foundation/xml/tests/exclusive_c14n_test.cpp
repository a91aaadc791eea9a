// SPDX-License-Identifier: Apache-2.0
#include "exclusive_c14n.h"

#include <gtest/gtest.h>
#include <libxml/c14n.h>

#include "nasty_documents.h"
#include "native.h"
#include "walk.h"

namespace okno::xml {
namespace {

int IsBelow(void* top, xmlNode* node, xmlNode* parent) {
  const bool on_element = node->type == XML_ATTRIBUTE_NODE || node->type == XML_NAMESPACE_DECL;
  for (const xmlNode* at = on_element ? parent : node; at != nullptr; at = at->parent) {
    if (at == top) return 1;
  }
  return 0;
}

// libxml2's own exclusive form, with a list of inclusive prefixes.
std::string ByLibxml2(Element top, std::vector<const char*> prefixes = {}) {
  prefixes.push_back(nullptr);
  auto* buffer = xmlAllocOutputBuffer(nullptr);
  auto** list = reinterpret_cast<xmlChar**>(const_cast<char**>(prefixes.data()));
  EXPECT_GE(xmlC14NExecute(top.native()->doc, IsBelow, top.native(), XML_C14N_EXCLUSIVE_1_0,
                           prefixes.size() > 1 ? list : nullptr, 0, buffer),
            0);
  std::string text(reinterpret_cast<const char*>(xmlOutputBufferGetContent(buffer)),
                   xmlOutputBufferGetSize(buffer));
  xmlOutputBufferClose(buffer);
  return text;
}

TEST(ExclusiveC14n, IsThatOfLibxml2ForEveryElementOfNastyDocuments) {
  NastyDocuments documents(11);
  std::size_t elements = 0;
  for (int i = 0; i < 300; ++i) {
    const auto document = *Document::Parse(documents.Next());
    ForEachElement(document.root().native(), [&](xmlNode* node) {
      ++elements;
      ASSERT_EQ(WriteExclusive(Element(node), {}, {}), ByLibxml2(Element(node)));
    });
  }
  EXPECT_GT(elements, 1000U);
}

TEST(ExclusiveC14n, KeepsInclusivePrefixesAsLibxml2Does) {
  const auto document = *Document::Parse(
      R"(<a xmlns="u:1" xmlns:p="u:2" xmlns:q="u:3"><p:b xmlns:r="u:4" r:k="p:T"><c xmlns:q="u:5"/><d xmlns=""><e/></d></p:b></a>)");
  const auto b = document.root().child("b");
  for (const auto& top : {document.root(), b, b.child("c"), b.child("d")}) {
    EXPECT_EQ(WriteExclusive(top, {}, " p  q\n"), ByLibxml2(top, {"p", "q"}));
    EXPECT_EQ(WriteExclusive(top, {}, "none"), ByLibxml2(top, {"none"}));
  }
  EXPECT_EQ(WriteExclusive(b.child("c"), {}, "p #default"), R"(<c xmlns="u:1" xmlns:p="u:2"></c>)");
}

TEST(ExclusiveC14n, HasNoneForARelativeNamespace) {
  const auto document = *Document::Parse(R"(<a xmlns:r="relative" xmlns="u:1"><b/></a>)");
  EXPECT_EQ(WriteExclusive(document.root(), {}, {}), std::nullopt);
  EXPECT_EQ(WriteExclusive(document.root().child("b"), {}, {}), R"(<b xmlns="u:1"></b>)");
}

}  // namespace
}  // namespace okno::xml

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "nasty_documents.h"
#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

TEST(SmevTransform, GivesTheSameFromTheDomAndFromBytes) {
  NastyDocuments documents(20'261'123);
  for (int i = 0; i < 5'000; ++i) {
    const auto source = documents.Next();
    const auto document = Document::Parse(source);
    ASSERT_TRUE(document) << document.refusal().detail << "\n" << source;
    const auto root = document->root();
    const auto from_dom = SmevTransform(root);
    const auto from_bytes = SmevTransformBytes(ExclusiveC14n(root));
    ASSERT_TRUE(from_dom && from_bytes) << source;
    ASSERT_EQ(*from_dom, *from_bytes) << source;
    if (const auto children = root.children(); !children.empty()) {
      ASSERT_EQ(*SmevTransform(children.back()),
                *SmevTransformBytes(ExclusiveC14n(children.back())))
          << source;
      ASSERT_EQ(*SmevTransform(root, children[0]),
                *SmevTransformBytes(ExclusiveC14n(root, children[0])))
          << source;
    }
  }
}

TEST(SmevTransform, OfItsOwnResultIsTheSame) {
  NastyDocuments documents(7);
  for (int i = 0; i < 500; ++i) {
    const auto document = *Document::Parse(documents.Next());
    const auto once = *SmevTransform(document.root());
    const auto again = Document::Parse(once);
    ASSERT_TRUE(again) << once;
    // Texts that an instruction split are one the second time, so only those without are compared.
    if (ExclusiveC14n(document.root()).find("<?") != std::string::npos) continue;
    ASSERT_EQ(*SmevTransform(again->root()), once);
  }
}

TEST(SmevTransform, SurvivesSerialization) {
  NastyDocuments documents(11);
  for (int i = 0; i < 500; ++i) {
    const auto document = *Document::Parse(documents.Next());
    const auto reread = Document::Parse(document.Serialize());
    ASSERT_TRUE(reread);
    ASSERT_EQ(*SmevTransform(reread->root()), *SmevTransform(document.root()));
    if (const auto children = document.root().children(); !children.empty()) {
      const auto alone = *Document::Parse(children[0].Serialize());
      ASSERT_EQ(*SmevTransform(alone.root()), *SmevTransform(children[0]));
      const auto target = Document::Create("u:target", "p0", "holder");
      ASSERT_EQ(*SmevTransform(target.root().AddCopyOf(children[0])), *SmevTransform(children[0]));
    }
  }
}

}  // namespace
}  // namespace okno::xml

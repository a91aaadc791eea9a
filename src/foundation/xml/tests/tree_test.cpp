// SPDX-License-Identifier: Apache-2.0
#include "tree.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <string>

#include "xml/document.h"
#include "xml/insertion.h"

namespace okno::xml {
namespace {

TEST(Arena, OwnsWhatItGaveAndNothingElse) {
  Arena arena, other;
  std::vector<char*> pieces;
  for (const std::size_t bytes : {1, 120, 7, 5'000, 300'000, 2'000'000, 3}) {
    auto* piece = static_cast<char*>(arena.Take(bytes));
    std::memset(piece, 1, bytes);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(piece) % alignof(void*), 0u);
    EXPECT_TRUE(arena.Owns(piece));
    EXPECT_TRUE(arena.Owns(piece + bytes - 1));
    EXPECT_FALSE(other.Owns(piece));
    pieces.push_back(piece);
  }
  EXPECT_FALSE(arena.Owns(&arena));
  EXPECT_FALSE(arena.Owns(nullptr));
  other.Take(10);
  other.Adopt(std::move(arena));
  for (const auto* piece : pieces) EXPECT_TRUE(other.Owns(piece));
  EXPECT_TRUE(other.Owns(other.Take(10)));
}

constexpr char kRead[] =
    "<a xmlns=\"u:1\" k=\"short\" l=\"a value that is longer than a node has room for\">"
    "<b>text</b><c><d e=\"f\">a text that is longer than a node has room for</d></c></a>";

std::string WithoutDeclaration(const Document& document) {
  const auto text = document.Serialize();
  const auto from = text.find('\n') + 1;
  return text.substr(from, text.size() - from - 1);
}

// Parts of ours and of libxml2 in one tree, each taken away and freed as it must be (the sanitizers
// of `make fuzz` and valgrind watch).
TEST(Tree, AReadDocumentIsChangedLikeABuiltOne) {
  auto document = *Document::Parse(kRead);
  const auto root = document.root();
  auto c = root.child("c");
  c.SetText("one");
  c.SetText("two");
  auto changed = root;
  for (const auto* value : {"longer than a node has room for", "s", ""}) {
    changed.SetAttribute("k", value);
    changed.SetAttribute("new", value);
  }
  changed.SetAttribute("k", "<&\">");
  auto added = changed.Add("u:2", "p", "e", "added");
  added.Add("u:1", "", "f").SetAttribute("g", "h");
  changed.AddCopyOf(root.child("b"));
  EXPECT_EQ(
      WithoutDeclaration(document),
      "<a xmlns=\"u:1\" k=\"&lt;&amp;&quot;>\" l=\"a value that is longer than a node has room "
      "for\" new=\"\"><b>text</b><c>two</c><p:e xmlns:p=\"u:2\">added<f g=\"h\"/></p:e>"
      "<b xmlns=\"u:1\">text</b></a>");
  changed.SetText("");
  EXPECT_EQ(root.children().size(), 0u);
}

TEST(Tree, DocumentsArePutIntoOneAnother) {
  const std::string inner = "<x><y z=\"1\">in the middle of it all</y></x>";
  auto built = Document::Create("u:1", "", "a");
  auto read = *Document::Parse("<a xmlns=\"u:1\"/>");
  auto slow = *Document::Parse("<a xmlns=\"u:1\"><!-- libxml2 reads this --></a>");
  for (auto* outer : {&built, &read, &slow}) {
    EXPECT_TRUE(AddDocument(outer->root(), inner));
    EXPECT_TRUE(AddDocument(outer->root(), "<x><![CDATA[libxml2 reads this]]></x>"));
    EXPECT_FALSE(AddDocument(outer->root(), "<x><y>half of it all, and no more</y>"));
    const auto placed = outer->root().children();
    ASSERT_EQ(placed.size(), 2u);
    EXPECT_EQ(placed[0].namespace_uri(), "") << "kept out of the default namespace";
    EXPECT_EQ(placed[0].Serialize(), "<x xmlns=\"\"><y z=\"1\">in the middle of it all</y></x>");
    auto again = *Document::Parse(inner);
    again.root().AddCopyOf(placed[0]);
    *outer = std::move(again);  // the copy outlives what it was made of
    EXPECT_EQ(outer->root().child("x").child("y").text(), "in the middle of it all");
  }
}

}  // namespace
}  // namespace okno::xml

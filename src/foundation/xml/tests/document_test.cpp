// SPDX-License-Identifier: Apache-2.0
#include "xml/document.h"

#include <gtest/gtest.h>

namespace okno::xml {
namespace {

TEST(Document, IsReadByNamespaceAndName) {
  const auto document = *Document::Parse(R"(<?xml version="1.0" encoding="utf-8"?>
    <p:a xmlns:p="u:1" k="1" p:k="2"><!-- c --><b xmlns="u:2"> Ёж <c/> &lt;x&gt; </b><p:b><![CDATA[<y>]]></p:b></p:a>)");
  const auto root = document.root();
  EXPECT_TRUE(root.Is("u:1", "a"));
  EXPECT_EQ(root.name(), "a");
  EXPECT_EQ(root.namespace_uri(), "u:1");
  EXPECT_EQ(root.attribute("k"), "1");
  EXPECT_EQ(root.attribute("z"), std::nullopt);
  EXPECT_FALSE(root.parent());
  ASSERT_EQ(root.children().size(), 2U);
  EXPECT_EQ(root.child("b").text(), "Ёж  <x>");
  EXPECT_EQ(root.child("u:1", "b").text(), "<y>");
  EXPECT_EQ(root.child("b").next(), root.child("u:1", "b"));
  EXPECT_FALSE(root.child("u:1", "b").next());
  EXPECT_FALSE(root.child("u:3", "b"));
  EXPECT_EQ(root.child("b").child("c").parent(), root.child("b"));
  EXPECT_EQ(root.child_text("none"), "");
}

TEST(Document, IsBuiltAndReadBack) {
  const auto document = Document::Create("u:1", "p", "a");
  auto root = document.root();
  auto b = root.Add("u:1", "other", "b", "<Ёж & \"co\">\r");
  b.SetAttribute("k", "a<b>\"\n");
  root.Add("u:2", "q", "c").Add("u:2", "q", "d");
  EXPECT_EQ(
      document.Serialize(),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<p:a xmlns:p=\"u:1\"><p:b k=\"a&lt;b>&quot;&#xA;\">&lt;Ёж &amp; \"co\"&gt;&#xD;</p:b>"
      "<q:c xmlns:q=\"u:2\"><q:d/></q:c></p:a>\n");
  b.SetText("new");
  const auto read = *Document::Parse(document.Serialize());
  EXPECT_EQ(read.root().child_text("b"), "new");
  EXPECT_EQ(read.root().child("b").attribute("k"), "a<b>\"\n");
}

TEST(Document, BuildsNothingThatCanNotBeParsed) {
  const auto document = Document::Create("u:1", "", "a");
  document.root().Add("u:1", "", "b", std::string_view("x\0\x0B\x1F\xEF\xBF\xBFy", 8));
  document.root().Add("u:1", "", "c", "\xFFz");
  document.root().Add("", "", "plain").SetAttribute("k", "\x01");
  const auto read = Document::Parse(document.Serialize());
  ASSERT_TRUE(read) << document.Serialize();
  EXPECT_EQ(read->root().child_text("b"), "x\uFFFD\uFFFD\uFFFD\uFFFDy");
  EXPECT_EQ(read->root().child_text("c"), "\uFFFDz");
  EXPECT_EQ(read->root().child("plain").namespace_uri(), "")
      << "not caught by the default namespace";
}

TEST(Element, IsSerializedAloneWithTheNamespacesInScope) {
  const auto document = *Document::Parse(
      R"(<a xmlns="u:1" xmlns:p="u:2" xmlns:t="u:3"><p:b xmlns:x="u:x" x:type="t:T"> <c/>text</p:b><p:d/></a>)");
  const auto alone = document.root().child("b").Serialize();
  const auto read = Document::Parse(alone);
  ASSERT_TRUE(read) << alone;
  EXPECT_TRUE(read->root().child("u:1", "c"));
  EXPECT_NE(alone.find("xmlns:t=\"u:3\""), std::string::npos)
      << "the prefix inside the value keeps its meaning: " << alone;
  EXPECT_EQ(alone.find("<?xml"), std::string::npos);
  EXPECT_EQ(alone.find('\n'), std::string::npos);
}

TEST(Element, IsCopiedIntoAnotherDocument) {
  const auto source = *Document::Parse(
      R"(<p:a xmlns:p="u:1" xmlns:t="u:3"><p:b k="t:T"><p:c>x</p:c></p:b><d/></p:a>)");
  const auto target = Document::Create("u:9", "", "p");
  target.root().AddCopyOf(source.root().child("b"));
  target.root().AddCopyOf(source.root().child("d"));
  const auto read = *Document::Parse(target.Serialize());
  EXPECT_EQ(read.root().child("u:1", "b").child("u:1", "c").text(), "x");
  EXPECT_TRUE(read.root().child("", "d"));
  EXPECT_NE(target.Serialize().find("xmlns:t=\"u:3\""), std::string::npos);
}

std::string Nested(std::size_t depth) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) text += "<a>";
  for (std::size_t i = 0; i < depth; ++i) text += "</a>";
  return text;
}

std::string WithAttributes(std::size_t count) {
  std::string text = "<a";
  for (std::size_t i = 0; i < count; ++i) text += " k" + std::to_string(i) + "='>'";
  return text + "/>";
}

TEST(Document, RefusesWhatCouldHarm) {
  struct Case {
    std::string bytes, code;
  };
  using namespace std::string_literals;
  for (const auto& [bytes, code] : {
           Case{"<!DOCTYPE a><a/>", "xml.dtd"},
           Case{"<?xml version='1.0'?><!-- x --><!DOCTYPE a [<!ENTITY b SYSTEM "
                "'file:///etc/passwd'>]><a>&b;</a>",
                "xml.dtd"},
           Case{"<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><l>&b;</l>", "xml.dtd"},
           Case{"<!DOCTYPE a [<!ATTLIST a Id CDATA 'x'>]><a/>", "xml.dtd"},
           Case{"<a><!ENTITY x 'y'></a>", "xml.dtd"},
           Case{Nested(201), "xml.depth"},
           Case{Nested(100'000), "xml.depth"},
           Case{WithAttributes(257), "xml.attributes"},
           Case{WithAttributes(200'000), "xml.attributes"},
           Case{"\xFF\xFE<\0a\0/\0>\0"s, "xml.encoding"},
           Case{"\xFE\xFF\0<\0a\0/\0>"s, "xml.encoding"},
           Case{"<\0a\0/\0>\0"s, "xml.encoding"},
           Case{"\0<\0a\0/\0>"s, "xml.encoding"},
           Case{"\0\0\0<\0\0\0a"s, "xml.encoding"},
           Case{"<?xml version='1.0' encoding='UTF-16'?><a/>", "xml.encoding"},
           Case{"<?xml version='1.0' encoding=\"UTF-7\"?><a>+ADw-</a>", "xml.encoding"},
           Case{"<?xml version='1.0' encoding = 'windows-1251'?><a/>", "xml.encoding"},
           Case{"\x4C\x6F\xA7\x94\x93"s, "xml.malformed"},
           Case{"", "xml.malformed"},
           Case{"<a>", "xml.malformed"},
           Case{"<a/><b/>", "xml.malformed"},
           Case{"<p:a/>", "xml.malformed"},
           Case{"<a k='1' k='2'/>", "xml.malformed"},
           Case{"<a xmlns:p='u' xmlns:q='u' p:k='1' q:k='2'/>", "xml.malformed"},
           Case{"<a>\xC0\xAF</a>", "xml.malformed"},
           Case{"<a>x\0y</a>"s, "xml.malformed"},
           Case{"<a/>\0<b"s, "xml.malformed"},
           Case{"\n<a/>\0"s, "xml.malformed"},
           Case{"<a>&unknown;</a>", "xml.malformed"},
           Case{"<a>&#1;</a>", "xml.malformed"},
           Case{"<a k='<'/>", "xml.malformed"},
           Case{"<a k='x/>", "xml.malformed"},
           Case{"<a><![CDATA[x</a>", "xml.malformed"},
       }) {
    const auto parsed = Document::Parse(bytes);
    ASSERT_FALSE(parsed) << bytes.substr(0, 80);
    EXPECT_EQ(parsed.refusal().code, code) << bytes.substr(0, 80);
  }
}

TEST(Document, TakesWhatOnlyLooksHarmful) {
  for (const std::string& bytes :
       {Nested(200), WithAttributes(256), std::string("<a k='a=b=c>'/>"),
        std::string("<a><!-- <!DOCTYPE --><![CDATA[<!DOCTYPE]]><?p <!x ?></a>"),
        std::string("\xEF\xBB\xBF<?xml version='1.0' encoding='Utf-8' ?><a/>")}) {
    EXPECT_TRUE(Document::Parse(bytes)) << bytes.substr(0, 80);
  }
}

TEST(Document, RefusesMoreBytesThanAllowed) {
  EXPECT_EQ(Document::Parse("<a>" + std::string(100, 'x') + "</a>", {.bytes = 100}).refusal().kind,
            RefusalKind::kTooLarge);
  EXPECT_EQ(Document::Parse("<a><b/></a>", {.depth = 1}).refusal().code, "xml.depth");
}

TEST(Document, SaysWhereItIsMalformed) {
  EXPECT_EQ(Document::Parse("<a>\n  <b></c></a>").refusal().detail.substr(0, 2), "2:");
}

}  // namespace
}  // namespace okno::xml

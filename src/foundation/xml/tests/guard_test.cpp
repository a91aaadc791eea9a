// SPDX-License-Identifier: Apache-2.0
#include "guard.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "plain_reader.h"
#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

std::string CodeOf(std::string_view bytes) {
  const auto refusal = Guard(bytes, Limits{});
  return refusal ? refusal->code : "";
}

// An element with more attributes than libxml2 may ever see: it compares each with all before.
std::string Bomb() {
  std::string bomb = "<b";
  for (int i = 0; i < 300; ++i) bomb += fmt::format(" a{}=''", i);
  return bomb + ">";
}

// libxml2 reads on after each of these errors, and would take the bomb for an element.
TEST(Guard, NothingHidesBehindAnError) {
  const std::string bomb = Bomb(), name(60'000, 'n');
  for (const auto& document : {
           "<r><a></a " + bomb + "</r>",
           "<r><? " + bomb + " ?></r>",
           "<r><?× " + bomb + " ?></r>",
           "<r><?" + name + " " + bomb + " ?></r>",
           "<r><a \">" + bomb + "\"></r>",
           "<r><a b=c '" + bomb + "'></r>",
           "<r><a b='" + bomb + "'></r>",
           "<r><a b=\"" + bomb,
           "<?xml version='1.0' >" + bomb + "?><r/>",
           "<r><![CDATA[\x01" + bomb + "]]></r>",
           "<r><!-- \x01" + bomb + " --></r>",
           "<r><?a \x01" + bomb + " ?></r>",
           "<r><!-- \xEF\xBF\xBF" + bomb + " --></r>",
           "<r><!-- \xC3\x28" + bomb + " --></r>",
       }) {
    const auto code = CodeOf(document);
    EXPECT_TRUE(code == "xml.malformed" || code == "xml.attributes")
        << code << document.substr(0, 30);
    EXPECT_EQ(Document::Parse(document).refusal().code, code);
    EXPECT_EQ(SmevTransformBytes(document).refusal().code, code);
  }
}

TEST(Guard, WhatIsWellFormedPasses) {
  for (const std::string document : {
           "<?xml version='1.0' encoding='UTF-8'?><r a = \"'>&lt;\"  b\n=\n'\">'/>",
           "<r><?a <b c=''> ?><?xml-stylesheet href='<' ?><!-- <b '\"> --><![CDATA[ <b \"' ]]></r "
           ">",
           "<р а='б'>\xF0\x9F\x98\x80 \" ' = ></р>\n<!-- \" -->",
           "<r xmlns='u:1' xmlns:a='u:2'><a:b/></r>",
       }) {
    EXPECT_EQ(CodeOf(document), "") << document;
    EXPECT_TRUE(Document::Parse(document)) << document;
  }
}

TEST(Guard, AnErrorHasItsPlace) {
  EXPECT_EQ(Guard("<a>\n<b c='<'/></a>", Limits{})->detail, "2:7");
  EXPECT_EQ(Guard("<a>\n<b>\n \xFF</b></a>", Limits{})->detail, "3:1");
}

// Every name is looked for among all declarations in scope.
TEST(Guard, DeclarationsInScopeAreLimited) {
  const auto nested = [](int elements) {
    std::string begin, end;
    for (int i = 0, ns = 0; i < elements; ++i) {
      begin += "<e";
      for (int each = 0; each < 200; ++each, ++ns)
        begin += fmt::format(" xmlns:n{}='u:{}'", ns, ns);
      begin += ">";
      end += "</e>";
    }
    return begin + "<a/>" + end;
  };
  EXPECT_EQ(CodeOf(nested(5)), "");
  EXPECT_NE(ReadPlain(nested(5), Limits{}), nullptr);
  EXPECT_EQ(CodeOf(nested(6)), "xml.attributes");
  EXPECT_EQ(ReadPlain(nested(6), Limits{}), nullptr);
  std::string beside = "<r>";
  for (int i = 0; i < 10; ++i) beside += nested(1);
  EXPECT_EQ(CodeOf(beside + "</r>"), "") << "one after the other";
}

}  // namespace
}  // namespace okno::xml

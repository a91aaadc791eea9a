// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/source.h"

#include <gtest/gtest.h>

#include "exchange/smev3/dialect.h"

namespace okno::exchange::smev3 {
namespace {

TEST(Source, KnowsTheBytesOfEveryElement) {
  const std::string xml =
      "<?xml version=\"1.0\"?>\r\n<!-- <no/> --><a x='>' y=\"/>\"><b/><?pi <c/> "
      "?><c><![CDATA[</c><d>]]></c\n></a>";
  auto source = Source::Parse(xml);
  ASSERT_TRUE(source);
  auto root = source->root();
  EXPECT_EQ(source->BytesOf(root.child("b")), "<b/>");
  EXPECT_EQ(source->BytesOf(root.child("c")), "<c><![CDATA[</c><d>]]></c\n>");
  EXPECT_EQ(source->BytesOf(root), xml.substr(xml.find("<a")));
}

TEST(Source, FragmentDeclaresOnlyTheOuterNamespacesItUses) {
  auto source = Source::Parse(
      "<e:env xmlns:e='urn:e' xmlns:u='urn:unused' xmlns:t='urn:t' xmlns='urn:d'>"
      "<e:m a='1'><x k='t:T'  /></e:m></e:env>");
  ASSERT_TRUE(source);
  auto element = source->root().child("m");
  EXPECT_EQ(source->FragmentOf(element),
            "<e:m xmlns=\"urn:d\" xmlns:e=\"urn:e\" xmlns:t=\"urn:t\" a='1'><x k='t:T'  /></e:m>");
  EXPECT_TRUE(Source::Parse(source->FragmentOf(element)));
}

TEST(Source, FragmentLeavesAnElementThatNeedsNothingAsItIs) {
  auto source = Source::Parse("<e xmlns:p='urn:p'><p:m xmlns:p='urn:other'>p&#xD;x</p:m></e>");
  ASSERT_TRUE(source);
  EXPECT_EQ(source->FragmentOf(source->root().child("m")),
            "<p:m xmlns:p='urn:other'>p&#xD;x</p:m>");
}

// `levels` elements within one another below MessagePrimaryContent, in as many around it.
Package Envelope(std::size_t around, std::size_t levels) {
  const auto repeat = [](const char* text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
  };
  return {repeat("<e>", around) + "<MessagePrimaryContent>" + repeat("<c>", levels) +
              repeat("</c>", levels) + "</MessagePrimaryContent><after/>" + repeat("</e>", around),
          {}};
}

TEST(Envelope, LimitsTheDepthOfItsContentAndNotOfItself) {
  EXPECT_TRUE(ReadEnvelope(Envelope(4, 200)));
  EXPECT_TRUE(ReadEnvelope(Envelope(6, 200))) << "as it is handed out";
  EXPECT_EQ(ReadEnvelope(Envelope(4, 201)).refusal().code, "xml.depth");
  EXPECT_EQ(ReadEnvelope(Envelope(1, 201)).refusal().code, "xml.depth");
  EXPECT_EQ(ReadEnvelope(Envelope(220, 1)).refusal().code, "xml.depth");
}

const std::string kXopDeclaration = " xmlns:x=\"http://www.w3.org/2004/08/xop/include\"";

TEST(Xop, PutsIncludedBytesInPlaceBeforeDigestsAreMade) {
  Package package{"<h" + kXopDeclaration +
                      "><SignaturePKCS7><x:Include href=\"cid:s%40x\"/></SignaturePKCS7></h>",
                  {{"s@x", "application/octet-stream", std::string(60, 'z')}}};
  auto source = ReadEnvelope(package);
  ASSERT_TRUE(source);
  auto text = source->root().child_text("SignaturePKCS7");
  EXPECT_EQ(text.size(), 80u);
  EXPECT_EQ(text.find_first_of("\r\n"), std::string::npos);
}

TEST(Xop, LeavesFilesOutOfTheEnvelope) {
  Package package{"<h" + kXopDeclaration +
                      "><AttachmentContent><Content><x:Include "
                      "href=\"cid:f\"/></Content></AttachmentContent></h>",
                  {{"f", "application/pdf", "%PDF"}}};
  auto source = ReadEnvelope(package);
  ASSERT_TRUE(source);
  EXPECT_EQ(source->bytes(), package.envelope);
}

TEST(Xop, RefusesWrongReferences) {
  auto code = [](const std::string& content, std::vector<BinaryPart> parts) {
    auto source = ReadEnvelope({"<h" + kXopDeclaration + ">" + content + "</h>", std::move(parts)});
    return source ? "" : source.refusal().code;
  };
  EXPECT_EQ(code("<x:Include href=\"cid:none\"/>", {}), "xop.missing_part");
  EXPECT_EQ(code("<x:Include href=\"http://elsewhere/\"/>", {}), "xop.malformed");
  EXPECT_EQ(code("<x:Include/>", {}), "xop.malformed");
  EXPECT_EQ(code("<x:Include href=\"cid:a\"><b/></x:Include>", {{"a", "", "1"}}), "xop.malformed");
  EXPECT_EQ(code("<x:Include href=\"cid:a\"/><x:Include href=\"cid:a\"/>", {{"a", "", "1"}}),
            "xop.part_reused");
}

TEST(Xop, TakesAnIncludeOfAnotherNamespaceForContent) {
  auto source =
      ReadEnvelope({"<h xmlns=\"urn:mine\"><Include href=\"cid:a\"/></h>", {{"a", "", "1"}}});
  ASSERT_TRUE(source);
  EXPECT_TRUE(source->root().child("Include"));
}

TEST(Xop, RootThatIsAnIncludeDoesNoHarm) {
  auto source =
      ReadEnvelope({"<x:Include" + kXopDeclaration + " href=\"cid:a\"/>", {{"a", "", "1"}}});
  EXPECT_TRUE(source);
}

}  // namespace
}  // namespace okno::exchange::smev3

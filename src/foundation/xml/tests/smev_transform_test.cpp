// SPDX-License-Identifier: Apache-2.0
#include "xml/smev_transform.h"

#include <gtest/gtest.h>

#include "crypto/gost.h"
#include "text/strings.h"

namespace okno::xml {
namespace {

// By both front ends, which must agree.
std::string Transform(const std::string& source) {
  const auto document = Document::Parse(source);
  if (!document) return "not parsed: " + document.refusal().code;
  const auto from_dom = SmevTransform(document->root());
  const auto from_bytes = SmevTransformBytes(ExclusiveC14n(document->root()));
  if (!from_dom) {
    EXPECT_FALSE(from_bytes);
    EXPECT_EQ(from_dom.refusal(), from_bytes.refusal());
    return "refused: " + from_dom.refusal().code + " " + from_dom.refusal().detail;
  }
  EXPECT_EQ(*from_dom, *from_bytes) << source;
  return *from_dom;
}

struct Case {
  std::string_view name;
  std::string source, result;
};

// Results are those of the reference class on Woodstox.
TEST(SmevTransform, GivesTheKnownStructures) {
  const Case
      kCases[] =
          {
              {"S1",
               R"(<?xml version="1.0" encoding="UTF-8"?><!-- comment --><?pi x?><elementOne xmlns="http://test/1">
  <qwe:elementTwo xmlns:qwe="http://test/2">asd</qwe:elementTwo>
</elementOne>)",
               R"(<ns1:elementOne xmlns:ns1="http://test/1"><ns2:elementTwo xmlns:ns2="http://test/2">asd</ns2:elementTwo></ns1:elementOne>)"},
              {"S2",
               R"(<elementOne xmlns="http://test/1" xmlns:qwe="http://test/2" xmlns:asd="http://test/3"> <qwe:elementTwo> <asd:elementThree> <elementFour> z x c </elementFour> <qqq:elementFive xmlns:qqq="http://test/2"> w w w </qqq:elementFive> </asd:elementThree> <asd:elementSix>eee</asd:elementSix> </qwe:elementTwo> </elementOne>)",
               R"(<ns1:elementOne xmlns:ns1="http://test/1"><ns2:elementTwo xmlns:ns2="http://test/2"><ns3:elementThree xmlns:ns3="http://test/3"><ns1:elementFour> z x c </ns1:elementFour><ns2:elementFive> w w w </ns2:elementFive></ns3:elementThree><ns4:elementSix xmlns:ns4="http://test/3">eee</ns4:elementSix></ns2:elementTwo></ns1:elementOne>)"},
              {"S3",
               R"(<elementOne xmlns="http://test/1" xmlns:qwe="http://test/2" xmlns:asd="http://test/3"><qwe:elementTwo><asd:elementThree xmlns:wer="http://test/a" xmlns:zxc="http://test/0" wer:attZ="zzz" attB="bbb" attA="aaa" zxc:attC="ccc" asd:attD="ddd" asd:attE="eee" qwe:attF="fff"/></qwe:elementTwo></elementOne>)",
               R"(<ns1:elementOne xmlns:ns1="http://test/1"><ns2:elementTwo xmlns:ns2="http://test/2"><ns3:elementThree xmlns:ns3="http://test/3" xmlns:ns4="http://test/0" xmlns:ns5="http://test/a" ns4:attC="ccc" ns2:attF="fff" ns3:attD="ddd" ns3:attE="eee" ns5:attZ="zzz" attA="aaa" attB="bbb"></ns3:elementThree></ns2:elementTwo></ns1:elementOne>)"},
              {"S4", R"(<ns2:SenderProvidedRequestData xmlns:ns2="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.0" Id="SIGNED_BY_CONSUMER"> <MessagePrimaryContent xmlns="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.0"> <SomeRequest:SomeRequest xmlns:SomeRequest="urn://x-artifacts-it-ru/vs/smev/test/test-business-data/1.0"> <x xmlns="urn://x-artifacts-it-ru/vs/smev/test/test-business-data/1.0">qweqwe</x> </SomeRequest:SomeRequest> </MessagePrimaryContent> </ns2:SenderProvidedRequestData>)", R"(<ns1:SenderProvidedRequestData xmlns:ns1="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.0" Id="SIGNED_BY_CONSUMER"><ns2:MessagePrimaryContent xmlns:ns2="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.0"><ns3:SomeRequest xmlns:ns3="urn://x-artifacts-it-ru/vs/smev/test/test-business-data/1.0"><ns3:x>qweqwe</ns3:x></ns3:SomeRequest></ns2:MessagePrimaryContent></ns1:SenderProvidedRequestData>)"},
              {"S5",
               R"(<nns:x xmlns:nns="http://a" attrB="value1" attrA="value2"> <y xmlns="http://a">yes!</y> </nns:x>)",
               R"(<ns1:x xmlns:ns1="http://a" attrA="value2" attrB="value1"><ns1:y>yes!</ns1:y></ns1:x>)"},
              {"N1", R"(<a xmlns="u:1"><b xmlns="u:2"/><b xmlns="u:2"/></a>)",
               R"(<ns1:a xmlns:ns1="u:1"><ns2:b xmlns:ns2="u:2"></ns2:b><ns3:b xmlns:ns3="u:2"></ns3:b></ns1:a>)"},
              {"N2",
               R"(<p:a xmlns:p="u:1"><b xmlns="u:2" xmlns:p="u:3" p:q="1"><c xmlns="u:1"/></b></p:a>)",
               R"(<ns1:a xmlns:ns1="u:1"><ns2:b xmlns:ns2="u:2" xmlns:ns3="u:3" ns3:q="1"><ns1:c></ns1:c></ns2:b></ns1:a>)"},
              {"N3",
               R"(<a xmlns="u:1"><b xmlns="u:2"><c xmlns="u:3"/></b><d xmlns="u:3"/><b xmlns="u:2"/></a>)",
               R"(<ns1:a xmlns:ns1="u:1"><ns2:b xmlns:ns2="u:2"><ns3:c xmlns:ns3="u:3"></ns3:c></ns2:b><ns4:d xmlns:ns4="u:3"></ns4:d><ns5:b xmlns:ns5="u:2"></ns5:b></ns1:a>)"},
              {"A1", R"(<a xmlns="u:1" B="1" a="2" Z="3" _x="4" ж="5"/>)",
               R"(<ns1:a xmlns:ns1="u:1" B="1" Z="3" _x="4" a="2" ж="5"></ns1:a>)"},
              {"A2", R"(<a xmlns="u:1" xmlns:p="u:1" p:k="1" k="2"/>)",
               R"(<ns1:a xmlns:ns1="u:1" ns1:k="1" k="2"></ns1:a>)"},
              {"A3", R"(<a xmlns="u:1" xmlns:x="u:2" xmlns:y="u:2" x:b="1" y:a="2"/>)",
               R"(<ns1:a xmlns:ns1="u:1" xmlns:ns2="u:2" ns2:a="2" ns2:b="1"></ns1:a>)"},
              {"A4", R"(<a xmlns="u:1" xmlns:Z="U:9" xmlns:y="u:2" y:b="1" Z:a="2"/>)",
               R"(<ns1:a xmlns:ns1="u:1" xmlns:ns2="U:9" xmlns:ns3="u:2" ns2:a="2" ns3:b="1"></ns1:a>)"},
              {"A5", R"(<a xmlns="u:1" xmlns:z="u:a" xmlns:y="u:b" b="2" a="1" z:q="3" y:p="4"/>)",
               R"(<ns1:a xmlns:ns1="u:1" xmlns:ns2="u:a" xmlns:ns3="u:b" ns2:q="3" ns3:p="4" a="1" b="2"></ns1:a>)"},
              {"T1",
               R"(<a xmlns="u:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns3="u:7" xsi:type="ns3:T"/>)",
               R"(<ns1:a xmlns:ns1="u:1" xmlns:ns2="http://www.w3.org/2001/XMLSchema-instance" ns2:type="ns3:T"></ns1:a>)"},
              {"M1", R"(<a xmlns="u:1">t1 <b/> t2 <c> </c>t3</a>)",
               R"(<ns1:a xmlns:ns1="u:1">t1 <ns1:b></ns1:b> t2 <ns1:c></ns1:c>t3</ns1:a>)"},
              {"C1", R"(<a xmlns="u:1">x<![CDATA[<y> & z]]>w</a>)",
               R"(<ns1:a xmlns:ns1="u:1">x&lt;y> &amp; zw</ns1:a>)"},
              {"C2", R"(<a xmlns="u:1"><![CDATA[   ]]></a>)", R"(<ns1:a xmlns:ns1="u:1"></ns1:a>)"},
              {"U16", "<a xmlns='u:1' \uFDF0='1' \U00010000='2'/>",
               "<ns1:a xmlns:ns1=\"u:1\" \U00010000=\"2\" \uFDF0=\"1\"></ns1:a>"},
              {"the order of numbers after an attribute that re-uses",
               R"(<p:a xmlns:p="u:2" xmlns:q="u:1" q:x="1" p:y="2"><q:b/></p:a>)",
               R"(<ns1:a xmlns:ns1="u:2" xmlns:ns2="u:1" ns2:x="1" ns1:y="2"><ns2:b></ns2:b></ns1:a>)"},
          };
  for (const auto& [name, source, result] : kCases) EXPECT_EQ(Transform(source), result) << name;
}

TEST(SmevTransform, GivesTheKnownTexts) {
  const auto times = [](std::size_t count, char c) { return std::string(count, c); };
  const Case kCases[] = {
      {"", "&gt;b", "&gt;b"},
      {"", "a&gt;b", "a>b"},
      {"", "ab&gt;c", "ab>c"},
      {"", "&lt; &gt;", "&lt; >"},
      {"", "x]]&gt;y", "x]]&gt;y"},
      {"", "aaaaaaaaaaaa&gt;bbbbbbbbb", "aaaaaaaaaaaa>bbbbbbbbb"},
      {"", "a&lt;&gt;b", "a&lt;>b"},
      {"", "aaaaaaaaaaaa&lt;&gt;b", "aaaaaaaaaaaa&lt;&gt;b"},
      {"", "abcdefghijkl&lt;&gt;b", "abcdefghijkl&lt;&gt;b"},
      {"", "a&amp;&gt;b", "a&amp;>b"},
      {"", "aaaaaaaaaaaa&amp;&gt;b", "aaaaaaaaaaaa&amp;&gt;b"},
      {"", "&gt;&gt;b", "&gt;>b"},
      {"", "&gt;&gt;&gt;", "&gt;>>"},
      {"", "&gt;&gt;&gt;aaaaaaaaaaaaaa&gt;&gt;b", "&gt;&gt;&gt;aaaaaaaaaaaaaa>>b"},
      {"11 units", "aaaa&lt;&gt;aaaaa", "aaaa&lt;>aaaaa"},
      {"12 units", "aaaa&lt;&gt;aaaaaa", "aaaa&lt;&gt;aaaaaa"},
      {"11 units with an emoji", "\U0001F600aa&lt;&gt;aaaaa", "\U0001F600aa&lt;>aaaaa"},
      {"12 units with an emoji", "\U0001F600aa&lt;&gt;aaaaaa", "\U0001F600aa&lt;&gt;aaaaaa"},
      {"", "&gt;&gt;text&amp;content&lt;", "&gt;&gt;text&amp;content&lt;"},
      {"", "if aaaa &gt; b, or ]&gt; c, or &lt;&gt; d", "if aaaa > b, or ]&gt; c, or &lt;&gt; d"},
      {"511", times(511, 'y') + "&gt;zz", times(511, 'y') + ">zz"},
      {"512", times(512, 'y') + "&gt;zz", times(512, 'y') + "&gt;zz"},
      {"513", times(513, 'y') + "&gt;zz", times(513, 'y') + ">zz"},
      {"1024", times(1024, 'y') + "&gt;zz", times(1024, 'y') + "&gt;zz"},
      {"a character over the border of pieces", times(511, 'y') + "\U0001F600&gt;z",
       times(511, 'y') + "\U0001F600>z"},
      {"", "a&#xD;b", "a&#xd;b"},
      {"", times(15, 'a') + "&#xD;&gt;b", times(15, 'a') + "&#xd;&gt;b"},
      {"", "&#xD;", ""},
      {"", " &#xD; ", ""},
      {"", "  &amp;  ", "  &amp;  "},
      {"a no-break space is not blank", "\u00A0", "\u00A0"},
      {"", "a\u0085b", "a&#x85;b"},
      {"",
       "a\x7F"
       "b",
       "a&#x7f;b"},
      {"", "a\u009F\u00A0b", "a&#x9f;\u00A0b"},
      {"", "a\n\tb ", "a\n\tb "},
      {"comments join", "a<!-- x -->&gt;b", "a>b"},
      {"instructions split", "a<?x y?>&gt;b", "a&gt;b"},
      {"instructions split blanks off", "a<?x y?> <?x y?>b", "ab"},
  };
  for (const auto& [name, source, result] : kCases) {
    EXPECT_EQ(Transform("<a xmlns=\"u:1\">" + source + "</a>"),
              "<ns1:a xmlns:ns1=\"u:1\">" + result + "</ns1:a>")
        << name << " " << source.substr(0, 60);
  }
  EXPECT_EQ(Transform("<a xmlns=\"u:1\">text\n   <b>v</b>\n</a>"),
            "<ns1:a xmlns:ns1=\"u:1\">text\n   <ns1:b>v</ns1:b></ns1:a>");
}

TEST(SmevTransform, EscapesNamespaces) {
  const std::string source = R"(<a xmlns="u:1?x=1&amp;y=2"/>)";
  const std::string result = R"(<ns1:a xmlns:ns1="u:1?x=1&amp;y=2"></ns1:a>)";
  const auto document = *Document::Parse(source);
  EXPECT_EQ(*SmevTransform(document.root()), result);
  EXPECT_EQ(*SmevTransformBytes(source), result);
  EXPECT_EQ(ExclusiveC14n(document.root()), R"(<a xmlns="u:1?x=1&amp;y=2"></a>)")
      << "libxml2 would not escape them";
  EXPECT_EQ(Transform(source), result);
}

TEST(SmevTransform, EscapesAttributes) {
  EXPECT_EQ(Transform("<a xmlns='u:1' k=\"&lt;>&amp;&quot;'&#13;&#10;&#9;z\u0085\x7F\"/>"),
            "<ns1:a xmlns:ns1=\"u:1\" k=\"&lt;>&amp;&quot;'&#xd;&#xa;&#x9;z\u0085\x7F\"></ns1:a>");
}

TEST(SmevTransform, RefusesWhatTheReferenceCanNotWrite) {
  EXPECT_EQ(Transform("<a/>"), "refused: smev_transform.no_namespace 1:a");
  EXPECT_EQ(Transform("<a xmlns='u:1'>\n<b xmlns=''/></a>"),
            "refused: smev_transform.no_namespace 2:b");
  EXPECT_EQ(Transform("<a xmlns='u:1'><b xml:lang='ru'/></a>"),
            "refused: smev_transform.xml_attribute 1:b");
}

TEST(SmevTransform, OfBytesRefusesWhatIsNoXml) {
  EXPECT_EQ(SmevTransformBytes("<a xmlns='u:1'>").refusal().code, "xml.malformed");
  EXPECT_EQ(SmevTransformBytes("<!DOCTYPE a><a xmlns='u:1'/>").refusal().code, "xml.dtd");
  EXPECT_EQ(SmevTransformBytes("<p:a/>").refusal().code, "smev_transform.no_namespace");
}

TEST(SmevTransform, LeavesTheSkippedSubtreeOut) {
  const auto document =
      *Document::Parse(R"(<a xmlns="u:1"> t<s xmlns="u:2">x<b/></s>&gt;aaa<c/></a>)");
  const auto skip = document.root().child("s");
  EXPECT_EQ(*SmevTransform(document.root(), skip),
            R"(<ns1:a xmlns:ns1="u:1"> t>aaa<ns1:c></ns1:c></ns1:a>)");
  EXPECT_EQ(*SmevTransformBytes(ExclusiveC14n(document.root(), skip)),
            *SmevTransform(document.root(), skip));
  EXPECT_EQ(*SmevTransform(document.root().child("c")), R"(<ns1:c xmlns:ns1="u:1"></ns1:c>)");
}

// The element inside its document, and the digest of its transformed form.
TEST(SmevTransform, FitsTheSelfMadeVector) {
  const auto document = *Document::Parse(R"(<e:Env xmlns:e="urn:env"><!-- c -->
          <m:Msg xmlns:m="urn:m" xmlns:u="urn:unused" xmlns:b="urn:b" z="1" b:k="2" a="x&gt;&#10;&quot;y&quot;" Id="ID1"><?pi x?>
            <m:T>  </m:T><b:T>a]&gt;b&gt;c &amp; d</b:T><b:T>&gt;длинный &gt; текст &lt;&gt; &amp;</b:T><m:E/>
          </m:Msg><e:Sig/></e:Env>)");
  const auto transformed = *SmevTransform(document.root().child("Msg"));
  EXPECT_EQ(
      transformed,
      R"(<ns1:Msg xmlns:ns1="urn:m" xmlns:ns2="urn:b" ns2:k="2" Id="ID1" a="x>&#xa;&quot;y&quot;" z="1"><ns1:T></ns1:T><ns2:T>a]&gt;b>c &amp; d</ns2:T><ns2:T>&gt;длинный > текст &lt;&gt; &amp;</ns2:T><ns1:E></ns1:E></ns1:Msg>)");
  EXPECT_EQ(
      text::Base64Encode(crypto::GostDigest(crypto::GostAlgorithm::kGost2012_256, transformed)),
      "GNgl9B7Zli6+/CW30HMgafqzuPgMI1v8jylH3E9I8Q0=");
}

// Real messages of 2020 and of 2014, with other prefixes and indentation than they came with.
TEST(SmevTransform, FitsRealMessagesWhateverTheirPrefixes) {
  const auto digest_of = [](crypto::GostAlgorithm algorithm, const std::string& source) {
    return text::Base64Encode(crypto::GostDigest(algorithm, Transform(source)));
  };
  EXPECT_EQ(digest_of(crypto::GostAlgorithm::kGost2012_256, R"(<t:SenderProvidedRequestData
      xmlns:t="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.2" Id="SIGNED_BY_CONSUMER">
  <t:MessageID>39f52a38-9a54-11ea-b23a-3316e2108089</t:MessageID>
  <MessagePrimaryContent xmlns="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.2">
    <PublicPrintOutRequest xmlns="urn://x-artefacts-gis-ergz-public/2.0.0" xmlns:g="urn://x-artefacts-gis-ergz-types/2.0.0">
      <g:ExpertiseResultNumber>00-1-2-3-000010-2000</g:ExpertiseResultNumber><!-- x -->
      <g:ExpertiseResultDate>2017-12-01</g:ExpertiseResultDate>
    </PublicPrintOutRequest>
  </MessagePrimaryContent>
</t:SenderProvidedRequestData>)"),
            "B8i7m4JuYocBfT9YO8D1WEGlv4nhcRDcS9zHXmrKfPY=");
  EXPECT_EQ(digest_of(crypto::GostAlgorithm::kGost2012_256, R"(<MessageMetadata Id="SIGNED_BY_SMEV"
      xmlns="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.1">
    <MessageId>4034b590-aef8-11ea-ac86-5b7a89790fcb</MessageId><MessageType>REQUEST</MessageType>
    <Sender><Mnemonic>500502_3T</Mnemonic><HumanReadableName>ИСОГД Московской области</HumanReadableName></Sender>
    <SendingTimestamp>2020-06-15T14:18:59.000+03:00</SendingTimestamp><DestinationName>unknown</DestinationName>
    <Recipient><Mnemonic>RRTR02</Mnemonic><HumanReadableName>ИС ППОЗ ЕГРН</HumanReadableName></Recipient>
    <SupplementaryData><DetectedContentTypeName>not detected</DetectedContentTypeName>
      <InteractionType>NotDetected</InteractionType></SupplementaryData>
    <Status>requestIsQueued</Status></MessageMetadata>)"),
            "AZaMqanTzYeEdVixjS0dlhoypnz45p3d9E4FLyRPhRQ=");
  EXPECT_EQ(digest_of(crypto::GostAlgorithm::kGost2001, R"(<MessageMetadata Id="SIGNED_BY_SMEV"
      xmlns="urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.1"><MessageType>REQUEST</MessageType>
    <Sender><Mnemonic>OV_2</Mnemonic><HumanReadableName>Я_ИС_РОИВ1</HumanReadableName></Sender>
    <SendingTimestamp>2014-10-28T13:01:52.208+04:00</SendingTimestamp>
    <Recipient><Mnemonic>mtfoiv1</Mnemonic><HumanReadableName>МТ_ИС_ФОИВ1</HumanReadableName></Recipient>
    <SupplementaryData><DetectedContentTypeName>МТ_ВС_ФОИВ1</DetectedContentTypeName></SupplementaryData>
    <Status>requestIsQueued</Status></MessageMetadata>)"),
            "i72pO9i/Iod4ueh/IhjtVCdvWdnXKnxju6f1kCtdBrw=");
}

}  // namespace
}  // namespace okno::xml

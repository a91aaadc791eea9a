// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/builder.h"

#include <gtest/gtest.h>

#include "exchange/smev3/reader.h"
#include "exchange/smev3/verification.h"
#include "text/strings.h"
#include "xml/signature.h"
#include "xml/smev_transform.h"

namespace okno::exchange::smev3 {
namespace {

using namespace std::chrono_literals;

class BuilderTest : public ::testing::Test {
 protected:
  static std::shared_ptr<const crypto::Signer> MakeSigner() {
    crypto::LoadGost();
    auto now = SystemClock().Now();
    auto pair =
        crypto::MakeRoot({.common_name = "ИС МФЦ", .not_before = now - 1h, .not_after = now + 24h});
    return crypto::LoadPemSigner(pair.key_pem, pair.certificate_pem).value();
  }
  static xml::Element Wrapper(const Source& source) {
    return source.root().child(kSoap, "Body").children()[0];
  }
  static std::string Digest(xml::Element element) {
    auto octets = xml::SmevTransform(element).value();
    return text::Base64Encode(crypto::GostDigest(crypto::GostAlgorithm::kGost2012_256, octets));
  }
  // The caller's signature is right and covers the first child of the wrapper.
  static void ExpectSigned(const Source& source) {
    auto wrapper = Wrapper(source);
    auto holder = wrapper.child("CallerInformationSystemSignature");
    ASSERT_TRUE(holder);
    auto verdict = xml::VerifySignature(holder.child(kDsig, "Signature"));
    EXPECT_EQ(verdict.code, "signature.valid");
    EXPECT_EQ(verdict.signed_element, wrapper.children()[0]);
  }

  const Dialect& dialect = *FindDialect("1.2");
  std::shared_ptr<const crypto::Signer> signer = MakeSigner();
};

TEST_F(BuilderTest, AckHasTheDigestOfARealMessage) {
  auto id = Uuid::Parse("c0938f39-9a55-11ea-8ec7-2dd0b486eb66").value();
  auto source = Source::Parse(BuildAck(dialect, id, Accepted::kYes, *signer).value());
  ASSERT_TRUE(source);
  ExpectSigned(*source);
  EXPECT_EQ(Digest(Wrapper(*source).children()[0]), "O2RhBcgoh8ouETcBKX4r04MXiBpPsu+/WYw9kneRtrw=");
}

TEST_F(BuilderTest, RequestHasTheDigestOfARealMessage) {
  RequestData data;
  data.message_id = Uuid::Parse("39f52a38-9a54-11ea-b23a-3316e2108089").value();
  data.content.xml =
      "<r:PublicPrintOutRequest xmlns:r=\"urn://x-artefacts-gis-ergz-public/2.0.0\" "
      "xmlns:t=\"urn://x-artefacts-gis-ergz-types/"
      "2.0.0\"><t:ExpertiseResultNumber>00-1-2-3-000010-2000"
      "</t:ExpertiseResultNumber><t:ExpertiseResultDate>2017-12-01</t:ExpertiseResultDate></"
      "r:PublicPrintOutRequest>";
  auto source = Source::Parse(BuildSendRequest(dialect, data, *signer).value());
  ASSERT_TRUE(source);
  ExpectSigned(*source);
  auto provided = Wrapper(*source).children()[0];
  provided.SetAttribute("Id", "SIGNED_BY_CONSUMER");  // the id that message used
  EXPECT_EQ(Digest(provided), "B8i7m4JuYocBfT9YO8D1WEGlv4nhcRDcS9zHXmrKfPY=");
}

TEST_F(BuilderTest, EveryCallIsSignedAndHasAnEmptyHeader) {
  auto now = SystemClock().Now();
  PrimaryContent content{"<c xmlns=\"urn:c\"/>", "", {{"a1", "application/pdf", "cms"}}, {}};
  RequestData request{.message_id = Uuid::NewV1(), .content = content};
  std::vector<RejectionData> rejections{{"NO_DATA", "нет"}, {"FAILURE", "сбой"}};
  Result<std::string> calls[] = {
      BuildSendRequest(dialect, request, *signer),
      BuildSendResponse(dialect, {Uuid::NewV1(), "to", content}, *signer),
      BuildSendResponse(dialect, {Uuid::NewV1(), "to", rejections}, *signer),
      BuildSendResponse(dialect,
                        {Uuid::NewV1(), "to", StatusData{20, "Принято в работу", {{"к", "з"}}}},
                        *signer),
      BuildGet(dialect, Queue::kRequests, {}, now, *signer),
      BuildGet(dialect, Queue::kResponses, {"urn:c", "c"}, now, *signer),
      BuildGetStatus(dialect, now, *signer),
      BuildAck(dialect, Uuid::NewV1(), Accepted::kNo, *signer),
  };
  for (const auto& call : calls) {
    ASSERT_TRUE(call) << call.refusal().code;
    auto source = Source::Parse(*call);
    ASSERT_TRUE(source);
    ExpectSigned(*source);
    auto header = source->root().child(kSoap, "Header");
    ASSERT_TRUE(header);
    EXPECT_TRUE(header.children().empty());
  }
}

TEST_F(BuilderTest, ContentWithoutNamespaceIsRefusedBecauseItCanNotBeSigned) {
  auto built =
      BuildSendRequest(dialect, {.message_id = Uuid::NewV1(), .content = {.xml = "<c/>"}}, *signer);
  ASSERT_FALSE(built);
  EXPECT_EQ(built.refusal().code, "smev_transform.no_namespace");
}

TEST(Answers, FaultsAreReadLeniently) {
  auto answer = ReadAnswer(
      "text/xml",
      "<soap:Envelope "
      "xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body><soap:Fault>"
      "<faultcode>soap:Server</faultcode><faultstring>text</faultstring><detail><n:SMEVFailure "
      "xmlns:n='urn://x-artefacts-smev-gov-ru/services/message-exchange/types/faults/"
      "1.1'><n:Code>tsmev3:1</n:Code>"
      "<n:Description>сбой</n:Description></n:SMEVFailure></detail></soap:Fault></soap:Body></"
      "soap:Envelope>");
  ASSERT_TRUE(answer);
  ASSERT_TRUE(answer->fault);
  EXPECT_EQ(answer->fault->name, "SMEVFailure");
  EXPECT_EQ(answer->fault->text, "сбой");
}

TEST(Answers, WithoutADetailOnlyTheTextIsKnown) {
  auto answer =
      ReadAnswer("text/xml",
                 "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault>"
                 "<faultstring>text</faultstring></s:Fault></s:Body></s:Envelope>");
  ASSERT_TRUE(answer && answer->fault);
  EXPECT_EQ(answer->fault->name, "");
  EXPECT_EQ(answer->fault->text, "text");
}

TEST(Answers, WhatIsNoSoapIsRefused) {
  EXPECT_EQ(ReadAnswer("text/html", "<html/>").refusal().code, "multipart.content_type");
  EXPECT_EQ(ReadAnswer("text/xml", "<html/>").refusal().code, "soap.malformed");
  EXPECT_EQ(ReadAnswer("text/xml", "<a").refusal().code, "xml.malformed");
  EXPECT_EQ(
      ReadAnswer("text/xml", "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>")
          .refusal()
          .code,
      "soap.malformed");
}

}  // namespace
}  // namespace okno::exchange::smev3

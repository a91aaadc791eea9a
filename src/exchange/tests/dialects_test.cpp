// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>

#include "exchange/smev3/builder.h"
#include "exchange/smev3/source.h"
#include "exchange/smev3/verification.h"
#include "xml/schema.h"
#include "xml/signature.h"

namespace okno::exchange::smev3 {
namespace {

using namespace std::chrono_literals;

std::string Content() {
  const char* folder = std::getenv("OKNO_CONTENT");
  return folder != nullptr ? folder : OKNO_SOURCE_DIR "/content";
}

std::shared_ptr<const crypto::Signer> MakeSigner(const std::string& name) {
  crypto::LoadGost();
  auto now = SystemClock().Now();
  auto pair =
      crypto::MakeRoot({.common_name = name, .not_before = now - 1h, .not_after = now + 24h});
  return crypto::LoadPemSigner(pair.key_pem, pair.certificate_pem).value();
}

xml::Element Wrapper(const Source& source) {
  return source.root().child(kSoap, "Body").children()[0];
}

// A call of each version with everything the version knows.
class DialectsTest : public ::testing::TestWithParam<std::string> {
 protected:
  PrimaryContent FullContent() const {
    auto content = SignPersonally("<c xmlns=\"urn:c\" a=\"1\"><d>x</d></c>", *person).value();
    return {content.xml,
            content.signature,
            {{"a1", "application/pdf", "cms"}},
            {{Uuid::NewV1(), "план.pdf", std::string(32, 'h'), "application/pdf", "cms"}}};
  }
  RequestData FullRequest() const {
    RequestData data;
    data.message_id = Uuid::NewV1();
    data.reference_message_id = Uuid::NewV1();
    data.transaction_code = "uuid|7700000000000000000|c2lnbg==";
    data.node_id = "node-1";
    data.end_of_life = SystemClock().Now() + 24h;
    data.content = FullContent();
    data.metadata.case_info = CaseInfo{"0101-26-000001", CaseInfo::Kind::kService, "77"};
    data.metadata.frgu = "1234";
    data.purpose = RequestData::Purpose::kTest;
    if (dialect.has_routing()) {
      data.routing.values = {{"45000000"}, {"MSZ001"}};
      data.routing.records = {{1, RegistryRecordRouting::General::kNo, {{"45"}, {}}}};
    }
    return data;
  }
  void ExpectFits(const Result<std::string>& call) const {
    ASSERT_TRUE(call) << call.refusal().code << call.refusal().detail;
    auto source = Source::Parse(*call).value();
    auto errors = schema.Validate(Wrapper(source));
    EXPECT_TRUE(errors.empty()) << errors[0].element << ": " << errors[0].text << "\n" << *call;
    auto holder = Wrapper(source).child("CallerInformationSystemSignature");
    EXPECT_EQ(xml::VerifySignature(holder.child(kDsig, "Signature")).code, "signature.valid");
  }

  const Dialect& dialect = *FindDialect(GetParam());
  xml::SchemaSet schema = xml::SchemaSet::Load(Content() + "/smev/" + GetParam());
  std::shared_ptr<const crypto::Signer> signer = MakeSigner("ИС МФЦ");
  std::shared_ptr<const crypto::Signer> person = MakeSigner("Иванова А. А.");
};

TEST_P(DialectsTest, EveryCallFitsTheSchemaOfItsVersion) {
  auto now = SystemClock().Now();
  std::vector<RejectionData> rejections{{"NO_DATA", "нет"}, {"FAILURE", "сбой"}};
  ExpectFits(BuildSendRequest(dialect, FullRequest(), *signer));
  ExpectFits(BuildSendResponse(dialect, {Uuid::NewV1(), "to", FullContent()}, *signer));
  ExpectFits(BuildSendResponse(dialect, {Uuid::NewV1(), "to", rejections}, *signer));
  StatusData status{20, "Принято", {{"ключ", "значение"}}};
  ExpectFits(BuildSendResponse(dialect, {Uuid::NewV1(), "to", status}, *signer));
  ExpectFits(BuildGet(dialect, Queue::kRequests, {}, now, *signer));
  ExpectFits(BuildGet(dialect, Queue::kResponses, {"urn:c", "c", "node-1"}, now, *signer));
  ExpectFits(BuildAck(dialect, Uuid::NewV1(), Accepted::kYes, *signer));
  ExpectFits(BuildGetStatus(dialect, now, *signer));
}

TEST_P(DialectsTest, ThePersonalSignatureCoversTheRootOfTheContent) {
  auto call = BuildSendRequest(dialect, FullRequest(), *signer).value();
  auto source = Source::Parse(call).value();
  auto provided = Wrapper(source).child("SenderProvidedRequestData");
  auto root = provided.child("MessagePrimaryContent").children()[0];
  EXPECT_EQ(root.attribute("Id"), "PERSONAL_SIGNATURE");
  auto verdict =
      xml::VerifySignature(provided.child("PersonalSignature").child(kDsig, "Signature"));
  EXPECT_EQ(verdict.code, "signature.valid");
  EXPECT_EQ(verdict.signed_element, root);
  EXPECT_EQ(verdict.certificate->subject_name(), "Иванова А. А.");
}

TEST_P(DialectsTest, WhatAVersionDoesNotKnowIsRefused) {
  auto request = FullRequest();
  request.routing.values.dynamic = {"45"};
  auto routed = BuildSendRequest(dialect, request, *signer);
  EXPECT_EQ(routed.ok(), dialect.has_routing());
  if (!routed) {
    EXPECT_EQ(routed.refusal().code, "smev.operation_unsupported");
  }
  auto statistics = BuildGetIncomingQueueStatistics(dialect, "", SystemClock().Now(), *signer);
  EXPECT_EQ(statistics.ok(), dialect.HasOperation("GetIncomingQueueStatistics"));
  if (statistics) ExpectFits(statistics);
}

TEST_P(DialectsTest, TheRoutingHasItsOwnSignature) {
  if (!dialect.has_routing()) return;
  auto source = Source::Parse(BuildSendRequest(dialect, FullRequest(), *signer).value()).value();
  auto routing = Wrapper(source).child(dialect.routing, "Routing");
  auto verdict = xml::VerifySignature(routing.child("RoutingSignature").child(kDsig, "Signature"));
  EXPECT_EQ(verdict.code, "signature.valid");
  EXPECT_EQ(verdict.signed_element, routing.child("RoutingInformation"));
}

TEST_P(DialectsTest, ContentMayNameTypesOfItsOwnSchema) {
  auto request = FullRequest();
  request.content = {.xml =
                         "<c xmlns=\"urn:c\" xmlns:x=\"http://www.w3.org/2001/XMLSchema-instance\" "
                         "xmlns:t=\"urn:t\"><d x:type=\"t:T\">x</d></c>"};
  ExpectFits(BuildSendRequest(dialect, request, *signer));
}

TEST_P(DialectsTest, ANameOfAFileIsWrittenOnlyWhereTheVersionHasOne) {
  auto call = BuildSendRequest(dialect, FullRequest(), *signer).value();
  bool named = dialect.headers == Dialect::Headers::kNamed;
  EXPECT_EQ(call.find("FileName") != std::string::npos, named);
}

INSTANTIATE_TEST_SUITE_P(Versions, DialectsTest, ::testing::Values("1.1", "1.2", "1.3"));

TEST(Dialects, KnowTheirStatuses) {
  struct {
    std::string_view status, versions;
  } cases[] = {{"responseIsDelivered", "1.1"},     {"messageIsDelivered", "1.2 1.3"},
               {"responseIsProcessed", "1.3"},     {"responseIsRejectedBySmev", "1.2 1.3"},
               {"requestIsQueued", "1.1 1.2 1.3"}, {"cancelled", "1.1 1.2 1.3"}};
  for (const auto& [status, versions] : cases) {
    for (const auto& dialect : Dialects()) {
      bool expected = versions.find(dialect.version) != std::string_view::npos;
      EXPECT_EQ(dialect.HasStatus(status), expected) << status << " " << dialect.version;
    }
  }
  EXPECT_EQ(FindDialect("1.0"), nullptr);
}

}  // namespace
}  // namespace okno::exchange::smev3

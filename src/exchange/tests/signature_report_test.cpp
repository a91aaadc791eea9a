// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/signature_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/smev3/builder.h"
#include "xml/signature.h"

namespace okno::exchange::smev3 {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

class SignatureReportTest : public ::testing::Test {
 protected:
  SignatureReportTest() {
    crypto::LoadGost();
    const auto pair =
        crypto::MakeRoot({.common_name = "ИС МФЦ", .not_before = now - 1h, .not_after = now + 24h});
    signer = crypto::LoadPemSigner(pair.key_pem, pair.certificate_pem).value();
  }
  std::string Request(const std::string& text) const {
    RequestData data{.message_id = Uuid::NewV1()};
    data.content.xml = "<q:Query xmlns:q=\"urn:q\">" + text + "</q:Query>";
    return BuildSendRequest(*FindDialect("1.2"), data, *signer).value();
  }
  // From the first `begin` up to and with the next `end`.
  static std::string Cut(std::string& text, const std::string& begin, const std::string& end) {
    const auto from = text.find(begin);
    const auto to = text.find(end, from) + end.size();
    const auto cut = text.substr(from, to - from);
    text.erase(from, to - from);
    return cut;
  }
  static void PutAfter(std::string& text, const std::string& place, const std::string& what) {
    text.insert(text.find(place) + place.size(), what);
  }
  std::vector<std::string> CodesOf(const std::string& envelope) const {
    const auto report = InspectSignatures({envelope, {}}, {.at = now}).value();
    std::vector<std::string> codes;
    for (const auto& finding : report.findings) codes.push_back(finding.code);
    EXPECT_EQ(report.AllAcceptable(), codes == std::vector<std::string>{"signature.valid"});
    return codes;
  }

  const Instant now = SystemClock().Now();
  std::shared_ptr<const crypto::Signer> signer;
};

constexpr char kHolder[] = "<typ:CallerInformationSystemSignature>";
constexpr char kHolderEnd[] = "</typ:CallerInformationSystemSignature>";

TEST_F(SignatureReportTest, AMessageAsItWasSentIsRight) {
  EXPECT_THAT(CodesOf(Request("pay 1")), ElementsAre("signature.valid"));
}

// Each of them would be believed by whoever looks only at the signatures that are there.
TEST_F(SignatureReportTest, ASignatureOverSomethingElseDoesNotMakeTheMessageRight) {
  auto signed_request = Request("pay 1");
  std::string aside = "<w xmlns:typ=\"" + std::string(FindDialect("1.2")->types) + "\">";
  auto taken = signed_request;
  const auto block =
      Cut(taken, "<typ:SenderProvidedRequestData", "</typ:SenderProvidedRequestData>");
  const auto signature = Cut(taken, "<ds:Signature", "</ds:Signature>");
  aside += block + "<v>" + signature + "</v></w>";

  auto forged = Request("pay 1000000");
  Cut(forged, kHolder, kHolderEnd);
  const auto other_id = std::string("Id=\"OTHER\"");
  forged.replace(forged.find("Id=\"SIGNED_BY_CALLER\""), 21, other_id);
  EXPECT_THAT(CodesOf(forged), ElementsAre("signature.missing")) << "no signature at all";
  auto in_header = forged, empty_holder = forged;
  const std::string header = forged.find("<soap:Header/>") != std::string::npos
                                 ? "<soap:Header/>"
                                 : "<soap:Header></soap:Header>";
  in_header.replace(in_header.find(header), header.size(),
                    "<soap:Header>" + aside + "</soap:Header>");
  EXPECT_THAT(CodesOf(in_header), ElementsAre("signature.valid", "signature.missing"));
  PutAfter(empty_holder, "</typ:SenderProvidedRequestData>", std::string(kHolder) + kHolderEnd);
  EXPECT_THAT(CodesOf(empty_holder), ElementsAre("signature.missing"));
  auto beside = forged;
  PutAfter(beside, "<soap:Body>", aside);
  EXPECT_NE(CodesOf(beside), std::vector<std::string>{"signature.valid"});
}

// Nothing else covers the bytes of an attachment.
TEST_F(SignatureReportTest, AnAttachmentWithoutSignatureIsTold) {
  RequestData data{.message_id = Uuid::NewV1()};
  data.content.xml = "<q:Query xmlns:q=\"urn:q\"/>";
  data.content.attachments = {
      {.content_id = "a1", .mime_type = "text/plain", .signature = signer->SignCms("bytes")}};
  const Package whole{BuildSendRequest(*FindDialect("1.2"), data, *signer).value(),
                      {{"a1", "text/plain", "bytes"}}};
  EXPECT_TRUE(InspectSignatures(whole, {.at = now})->AllAcceptable());

  auto document = xml::Document::Create("urn:x", "x", "Log");
  auto list = document.root().Add(FindDialect("1.2")->basic, "bas", "AttachmentHeaderList");
  auto header = list.Add(FindDialect("1.2")->basic, "bas", "AttachmentHeader");
  header.Add(FindDialect("1.2")->basic, "bas", "contentId", "a1");
  const auto report = InspectSignatures({document.Serialize(), {}}, {.at = now}).value();
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].code, "signature.missing");
  EXPECT_EQ(report.findings[0].id, "a1");
}

}  // namespace
}  // namespace okno::exchange::smev3

// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <filesystem>
#include <set>

#include "crypto/gost.h"
#include "db/testing.h"
#include "exchange/smev3/participant.h"
#include "log/log.h"
#include "message_types/content.h"
#include "neighbour_cases.h"
#include "neighbours/papers.h"
#include "testbed/control.h"
#include "testbed/migrations.h"
#include "testbed/testbed.h"
#include "xml/schema.h"

namespace okno::testbed::testing {
namespace {

namespace smev3 = exchange::smev3;
using ::testing::HasSubstr;

const char kPacketRequest[] =
    R"(<r:Request xmlns:r="urn://x-artefacts-rosreestr-gov-ru/virtual-services/egrn-statement/1.1.2">
<r:region>77</r:region><r:externalNumber>А-1</r:externalNumber><r:senderType>MFC</r:senderType>
<r:actionCode>659511111112</r:actionCode><r:Attachment>
<r:IsMTOMAttachmentContent>true</r:IsMTOMAttachmentContent>
<r:RequestDescription><r:IsUnstructuredFormat>false</r:IsUnstructuredFormat>
<r:IsZippedPacket>true</r:IsZippedPacket><r:fileName>request.xml</r:fileName></r:RequestDescription>
<r:Statement><r:IsUnstructuredFormat>false</r:IsUnstructuredFormat>
<r:IsZippedPacket>true</r:IsZippedPacket><r:fileName>app_1.xml</r:fileName></r:Statement>
</r:Attachment></r:Request>)";

// What came back to a request, notes first.
struct Reply {
  std::vector<int> notes;
  std::string rejected, why;  // code and words
  std::string xml;
  std::vector<smev3::ReceivedAttachment> files;
};

// A center that asks the neighbours over the bus: HTTP, SOAP and signatures all the way.
class NeighboursAtTheBus : public ::testing::Test {
 protected:
  NeighboursAtTheBus()
      : folder_(MakeFolder()),
        database_(std::vector<std::span<const db::Migration>>{Migrations()}),
        bus_({.data_folder = folder_,
              .dsn = database_.dsn(),
              .content_folder = OKNO_SOURCE_DIR "/content",
              .port = 0,
              .neighbours = NeighboursMode::kWhenAsked},
             clock_) {
    log::SetLevel(log::Level::kWarning);
    bus_.Start();
    const auto now = clock_.Now();
    const auto keys = crypto::MakeRoot({.common_name = "МФЦ",
                                        .not_before = now - std::chrono::hours(1),
                                        .not_after = now + std::chrono::hours(24)});
    signer_ = crypto::LoadPemSigner(keys.key_pem, keys.certificate_pem).value();
    control::RegisterParticipant(base(), "MFC001", "МФЦ", keys.certificate_pem);
    const auto residents = json::Parse(GivenResidents()).value();
    control::PutNeighbourPersons(base(), residents.get<std::vector<Json>>());
    const auto root = control::FetchNeighbours(base()).at("authority_pem").get<std::string>();
    trust_.AddRoot(crypto::Certificate::FromPem(root).value());
  }
  ~NeighboursAtTheBus() override {
    bus_.Stop();
    std::filesystem::remove_all(folder_);
  }

  static std::string MakeFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "okno-neighbours-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
    return pattern;
  }
  std::string base() const { return "http://127.0.0.1:" + std::to_string(bus_.port()); }
  smev3::Participant MakeCenter() const {
    return smev3::Participant(
        {.url = bus_.url(),
         .dialect = *smev3::FindDialect("1.2"),
         .signer = signer_,
         .bus_certificate = crypto::Certificate::FromPem(bus_.bus_certificate_pem()).value(),
         .trust = &trust_,
         .clock = clock_});
  }

  void Send(const NeighbourCase& asked) const {
    smev3::OutgoingRequest request{.content = {asked.request}};
    if (asked.officer) request.content.person = signer_;
    if (!asked.attachment.empty())
      request.content.files.push_back({"application/zip", asked.attachment});
    const auto receipt = MakeCenter().SendRequest(request);
    EXPECT_TRUE(receipt.ok()) << receipt.refusal().code << " " << receipt.refusal().detail;
  }

  static void Read(const smev3::ReceivedMessage& message, Reply& reply) {
    if (const auto* status = std::get_if<smev3::StatusData>(&message.body))
      reply.notes.push_back(status->code);
    if (const auto* rejections = std::get_if<std::vector<smev3::RejectionData>>(&message.body)) {
      reply.rejected = rejections->front().code;
      reply.why = rejections->front().description;
    }
    if (const auto* async = std::get_if<smev3::AsyncStatus>(&message.body))
      ADD_FAILURE() << async->category << " " << async->details;
    const auto* content = std::get_if<smev3::ReceivedContent>(&message.body);
    if (content == nullptr) return;
    reply.xml = content->xml;
    reply.files = content->attachments;
  }

  // Every signature is judged: ЭП-СМЭВ, the neighbour's down to its root, those of files.
  Reply Collect() const {
    Reply reply;
    const auto center = MakeCenter();
    while (const auto incoming = center.GetResponse().value()) {
      EXPECT_TRUE(incoming->trustworthy()) << incoming->sender.code;
      Read(*incoming->message, reply);
      EXPECT_TRUE(center.Ack(*incoming->id).ok());
    }
    return reply;
  }

  Reply Ask(const NeighbourCase& asked) {
    Send(asked);
    EXPECT_EQ(bus_.AnswerAsNeighbours(), 1);
    return Collect();
  }

  // The official exchange with Росреестр: the request is a signed packet in an archive.
  NeighbourCase Packet(const std::string& cadastral_number) const {
    const std::string statement =
        "<EGRNRequest><cadastralNumber>" + cadastral_number + "</cadastralNumber></EGRNRequest>";
    const std::string request =
        "<request><statementFile><fileName>app_1.xml</fileName>"
        "</statementFile></request>";
    NeighbourCase packet{"a signed packet",
                         "egrn-statement",
                         kPacketRequest,
                         {"externalNumber>А-1<", "requestNumber>КУВИ-001/"},
                         "",
                         "application/zip"};
    packet.attachment = neighbours::Zip({{"request.xml", request},
                                         {"request.xml.sig", signer_->SignCms(request)},
                                         {"app_1.xml", statement},
                                         {"app_1.xml.sig", signer_->SignCms(statement)}})
                            .bytes;
    return packet;
  }

  std::string folder_;
  SystemClock clock_;
  db::testing::Database database_;
  Testbed bus_;
  std::shared_ptr<const crypto::Signer> signer_;
  crypto::TrustStore trust_;
};

void Expect(const NeighbourCase& asked, const Reply& reply) {
  EXPECT_EQ(reply.notes.empty() ? 0 : reply.notes.front(), asked.note);
  EXPECT_EQ(reply.rejected, asked.rejected);
  if (reply.xml.empty()) {
    for (const auto& piece : asked.holds) EXPECT_THAT(reply.why, HasSubstr(piece));
    return;
  }
  const auto schema = xml::SchemaSet::Load(OKNO_SOURCE_DIR "/content/message-types/" + asked.type);
  const auto document = xml::Document::Parse(reply.xml);
  for (const auto& error : schema.Validate(document->root()))
    ADD_FAILURE() << error.element << ": " << error.text << "\n" << reply.xml;
  for (const auto& piece : asked.holds) EXPECT_THAT(reply.xml, HasSubstr(piece));
  EXPECT_EQ(reply.files.empty() ? "" : reply.files.front().header.mime_type, asked.file);
}

TEST_F(NeighboursAtTheBus, AnswerEveryMessageType) {
  std::set<std::string> answered;
  for (const auto& asked : NeighbourCases()) {
    SCOPED_TRACE(asked.type + ": " + asked.name);
    Expect(asked, Ask(asked));
    answered.insert(asked.type);
  }
  Expect(Packet("50:30:0060204:1"), Ask(Packet("50:30:0060204:1")));
  answered.insert("egrn-statement");
  for (const auto& type : message_types::LoadMessageTypes(OKNO_SOURCE_DIR "/content"))
    EXPECT_TRUE(answered.contains(type.name) || !type.routing_element.empty()) << type.name;
}

TEST_F(NeighboursAtTheBus, RefuseABrokenPacket) {
  auto packet = Packet("50:30:0060204:1");
  packet.attachment = neighbours::Zip({{"request.xml", "<request/>"}}).bytes;
  EXPECT_EQ(Ask(packet).rejected, "FAILURE");
  packet.attachment = "PK\x03\x04 no archive at all";
  EXPECT_EQ(Ask(packet).rejected, "FAILURE");
  EXPECT_EQ(Ask(Packet("77:01:0000000:1")).rejected, "NO_DATA");
}

TEST_F(NeighboursAtTheBus, BehaveAsTold) {
  const auto cases = NeighbourCases();
  control::SetNeighbourBehaviour(base(), "SFR001", "refusing");
  EXPECT_EQ(Ask(cases.front()).rejected, "FAILURE");
  control::SetNeighbourBehaviour(base(), "SFR001", "silent");
  Send(cases.front());
  EXPECT_EQ(bus_.AnswerAsNeighbours(), 0);
  control::SetNeighbourBehaviour(base(), "SFR001", "normal");
  EXPECT_EQ(bus_.AnswerAsNeighbours(), 1);
  Expect(cases.front(), Collect());
  const auto fund = control::FetchNeighbours(base()).at("items").at(0);
  EXPECT_EQ(fund.at("answered"), 1);
  EXPECT_EQ(fund.at("refused"), 1);
  EXPECT_THROW(control::SetNeighbourBehaviour(base(), "SFR001", "angry"), std::runtime_error);
  EXPECT_THROW(control::SetNeighbourBehaviour(base(), "XXX001", "slow"), std::runtime_error);
}

// Text that would be markup, a query or an attribute elsewhere comes back as it went, and the
// answer stays valid.
TEST_F(NeighboursAtTheBus, TakeHostileTextAsText) {
  const std::string hostile = "О'Брайен&quot;&lt;x&gt;&amp;amp;'; DROP TABLE testbed.residents;--";
  auto asked = NeighbourCases().front();
  asked.holds = {"&lt;x&gt;", "DROP TABLE", "&amp;amp;"};
  const auto name = asked.request.find("Зорина");
  asked.request.replace(name, std::string("Зорина").size(), hostile);
  Expect(asked, Ask(asked));
  EXPECT_EQ(control::FetchNeighbours(base()).at("residents"), 6);
}

// Whatever happens between making an answer and its acknowledgement, the asker sees one.
TEST_F(NeighboursAtTheBus, AnswerOnceThoughTheyDieOnTheWay) {
  control::Order(base(), "PATCH", "settings", {{"visibility_seconds", 0}});
  const auto asked = NeighbourCases().front();
  for (const auto& [mode, operation] : std::vector<std::pair<std::string, std::string>>{
           {"reset", "SendResponse"}, {"reset_after_accept", "SendResponse"}, {"refuse", "Ack"}}) {
    SCOPED_TRACE(mode + " " + operation);
    Send(asked);
    control::Order(base(), "POST", "failures",
                   {{"mode", mode}, {"operation", operation}, {"participant", "SFR001"}});
    int taken = 0;
    try {
      // What breaks on a connection used before, curl itself may repeat.
      taken = bus_.AnswerAsNeighbours();
    } catch (const std::runtime_error&) {
    }
    control::OrderFailure(base(), "none");
    EXPECT_EQ(taken + bus_.AnswerAsNeighbours(), 1);
    const auto center = MakeCenter();
    int answers = 0;
    while (const auto incoming = center.GetResponse().value()) {
      ++answers;
      EXPECT_TRUE(center.Ack(*incoming->id).ok());
    }
    EXPECT_EQ(answers, 1);
  }
  EXPECT_EQ(control::FetchNeighbours(base()).at("items").at(0).at("answered"), 3);
}

// The bus forgets an acknowledgement: the request comes once more, and no second answer follows.
TEST_F(NeighboursAtTheBus, DoNotAnswerWhatTheyHaveAnswered) {
  control::OrderFailure(base(), "duplicate", 1);
  Send(NeighbourCases().front());
  EXPECT_EQ(bus_.AnswerAsNeighbours(), 2) << "taken twice";
  const auto reply = Collect();
  EXPECT_FALSE(reply.xml.empty());
  EXPECT_EQ(control::FetchNeighbours(base()).at("items").at(0).at("answered"), 1);
}

TEST_F(NeighboursAtTheBus, KeepTheirKeysOverARestart) {
  const auto before = control::FetchNeighbours(base()).at("authority_pem");
  bus_.Stop();
  bus_.Start();
  EXPECT_EQ(control::FetchNeighbours(base()).at("authority_pem"), before);
  const auto asked = NeighbourCases().front();
  Expect(asked, Ask(asked));
}

}  // namespace
}  // namespace okno::testbed::testing

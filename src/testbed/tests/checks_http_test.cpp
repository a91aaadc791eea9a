// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/dialect.h"
#include "exchange/smev3/source.h"
#include "http/client.h"
#include "world.h"
#include "xml/signature.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
namespace smev3 = exchange::smev3;

const std::string kTypes = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.2";
const std::string kBasic =
    "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.2";

// What the bus says to envelopes that a proper client never sends; built by hand here, so that
// builder and checker can not be wrong together.
class Checks : public World {
 protected:
  struct Call {
    std::string operation = "SendRequestRequest";
    std::string id = Uuid::NewV1().ToString();
    std::string content;
    std::string headers, contents;  // attachment lists
    std::string before_content;     // EOL and the like
    std::string header = "<soap:Header/>";
    bool is_signed = true;
    std::string target = "SenderProvidedRequestData";
  };

  std::string Build(const Call& call) {
    auto text = "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'>" +
                call.header + "<soap:Body><" + call.operation + " xmlns='" + kTypes +
                "' xmlns:b='" + kBasic +
                "'>"
                "<SenderProvidedRequestData Id='S1'><MessageID>" +
                call.id + "</MessageID>" + call.before_content + "<b:MessagePrimaryContent>" +
                (call.content.empty() ? RequestXml("1") : call.content) +
                "</b:MessagePrimaryContent>" + call.headers + "</SenderProvidedRequestData>" +
                call.contents + (call.is_signed ? "<CallerInformationSystemSignature/>" : "") +
                "</" + call.operation + "></soap:Body></soap:Envelope>";
    if (!call.is_signed) return text;
    auto document = xml::Document::Parse(text).value();
    auto wrapper = document.root().child("Body").children()[0];
    auto target = wrapper.child("SenderProvidedRequestData");
    if (call.target != target.name()) target = target.child(kBasic, call.target);
    EXPECT_TRUE(xml::SignById(target, "S2", wrapper.child("CallerInformationSystemSignature"),
                              *center.signer));
    return document.Serialize();
  }
  http::ClientAnswer Post(const std::string& body,
                          const std::string& type = "text/xml; charset=utf-8") {
    return http::Send(
        {.method = "POST", .url = bus.url(), .headers = {{"Content-Type", type}}, .body = body});
  }
  // The local name of the fault, or of the wrapper when there is none.
  std::string Said(const http::ClientAnswer& answer) {
    auto package = smev3::ReadPackage(answer.headers.at("content-type"), answer.body).value();
    auto document = xml::Document::Parse(package.envelope).value();
    auto content = document.root().child("Body").children()[0];
    if (content.name() != "Fault") return content.name();
    EXPECT_EQ(answer.status, 500);
    auto fault = content.child("detail").children()[0];
    auto inner = fault.child_text("SignatureVerificationFault");
    return inner.empty() ? fault.name() : inner;
  }
  std::string Said(const Call& call) { return Said(Post(Build(call))); }
};

TEST_F(Checks, AProperRequestIsQueuedAndItsReceiptIsSigned) {
  auto answer = Post(Build({}));
  EXPECT_EQ(Said(answer), "SendRequestResponse");
  auto document = xml::Document::Parse(answer.body).value();
  auto wrapper = document.root().child("Body").children()[0];
  auto verdict = xml::VerifySignature(wrapper.child("SMEVSignature").children()[0]);
  EXPECT_EQ(verdict.code, "signature.valid");
  EXPECT_EQ(verdict.signed_element, wrapper.child("MessageMetadata"));
}

TEST_F(Checks, TheFormOfTheEnvelopeComesFirst) {
  EXPECT_EQ(Said(Post("not xml")), "InvalidContent");
  EXPECT_EQ(Said(Post("<a/>")), "InvalidContent");
  EXPECT_EQ(Said(Post("<a/>", "application/json")), "InvalidContent");
  EXPECT_EQ(Said({.header = ""}), "PoorSOAPEnvelopeFormat");
  EXPECT_EQ(Said({.operation = "SendRequestRequest2"}), "InvalidContent");
  EXPECT_EQ(Said({.id = "not-a-uuid"}), "InvalidContent");
  EXPECT_EQ(Said({.before_content = "<Surprise/>"}), "InvalidContent");
  auto other_version = Build({});
  for (auto at = other_version.find("types/1.2"); at != std::string::npos;
       at = other_version.find("types/1.2")) {
    other_version.replace(at, 9, "types/1.1");
  }
  EXPECT_EQ(Said(Post(other_version)), "InvalidContent");
}

TEST_F(Checks, ThenTheSignature) {
  EXPECT_EQ(Said({.is_signed = false}), "NoSignatureFound");
  EXPECT_EQ(Said({.target = "MessagePrimaryContent"}), "InvalidContent")
      << "an Id there is not in the schema";
  auto tampered = Build({});
  tampered.replace(tampered.find("Иванов"), 12, "Петров");
  EXPECT_EQ(Said(Post(tampered)), "SignatureIsInvalid");
}

TEST_F(Checks, ASignatureOverTheContentAloneIsNoSignatureOfTheMessage) {
  // The content's own Id is allowed by its schema: the classic wrapping.
  auto text = Build({.is_signed = true});
  auto document = xml::Document::Parse(text).value();
  auto wrapper = document.root().child("Body").children()[0];
  auto holder = wrapper.child("CallerInformationSystemSignature");
  xmlNode* old = holder.children()[0].native();
  xmlUnlinkNode(old);
  xmlFreeNode(old);
  auto content =
      wrapper.child("SenderProvidedRequestData").child("MessagePrimaryContent").children()[0];
  ASSERT_TRUE(xml::SignById(content, "C1", holder, *center.signer));
  EXPECT_EQ(Said(Post(document.Serialize())), "IncorrectSignatureTarget");
}

TEST_F(Checks, ThenTheSendersCertificate) {
  auto now = system_clock.Now();
  auto stranger = MakeKeys("Незнакомец", now - 1h, now + 1h);
  auto own = center.signer;
  center.signer = crypto::LoadPemSigner(stranger.key_pem, stranger.certificate_pem).value();
  EXPECT_EQ(Said(Call{}), "SenderIsNotRegistered");
  center.signer = own;
  bus_clock.Advance(24h * 60);
  EXPECT_EQ(Said(Call{}), "CertificateIsExpired");
}

TEST_F(Checks, ThenTheMessageId) {
  EXPECT_EQ(Said({.id = Uuid::NewV7().ToString()}), "InvalidMessageIdFormat");
  EXPECT_EQ(Said({.id = "39f52a38-9a54-11ea-b23a-3316e2108089"}), "StaleMessageId");
  Call call;
  EXPECT_EQ(Said(call), "SendRequestResponse");
  EXPECT_EQ(Said(call), "MessageIsAlreadySent");
}

TEST_F(Checks, ThenTheTypeTheRecipientAndTheEndOfLife) {
  EXPECT_EQ(Said({.content = "<a xmlns='urn:unknown'/>"}), "BusinessDataTypeIsNotSupported");
  EXPECT_EQ(Said({.content = ResponseXml()}), "BusinessDataTypeIsNotSupported");
  EXPECT_EQ(Said({.content = RequestXml("1", "nobody")}), "RecipientIsNotFound");
  EXPECT_EQ(Said({.before_content = "<EOL>2020-01-01T00:00:00+03:00</EOL>"}), "EndOfLifeReached");
  EXPECT_EQ(Said({.before_content = "<EOL>2099-01-01T00:00:00+03:00</EOL>"}),
            "SendRequestResponse");
}

TEST_F(Checks, ThenTheAttachments) {
  const std::string headers =
      "<b:AttachmentHeaderList><b:AttachmentHeader><b:contentId>f1</b:contentId>"
      "<b:MimeType>application/pdf</b:MimeType></b:AttachmentHeader></b:AttachmentHeaderList>";
  auto contents = [](const std::string& id, const std::string& base64) {
    return "<b:AttachmentContentList><b:AttachmentContent><b:Id>" + id + "</b:Id><b:Content>" +
           base64 + "</b:Content></b:AttachmentContent></b:AttachmentContentList>";
  };
  EXPECT_EQ(Said({.headers = headers}), "AttachmentContentMiscoordination");
  EXPECT_EQ(Said({.contents = contents("f1", "AAAA")}), "AttachmentContentMiscoordination");
  EXPECT_EQ(Said({.headers = headers, .contents = contents("f2", "AAAA")}),
            "AttachmentContentMiscoordination");
  EXPECT_EQ(
      Said({.headers = headers, .contents = contents("f1", std::string(7 * 1024 * 1024, 'A'))}),
      "AttachmentSizeLimitExceeded");
  EXPECT_EQ(Said({.headers = headers, .contents = contents("f1", "AAAA")}), "SendRequestResponse");
}

TEST_F(Checks, AnUnsignedAttachmentIsRefusedAfterwards) {
  Call call;
  call.headers =
      "<b:AttachmentHeaderList><b:AttachmentHeader><b:contentId>f1</b:contentId>"
      "<b:MimeType>application/pdf</b:MimeType></b:AttachmentHeader></b:AttachmentHeaderList>";
  call.contents =
      "<b:AttachmentContentList><b:AttachmentContent><b:Id>f1</b:Id><b:Content>AAAA</b:Content>"
      "</b:AttachmentContent></b:AttachmentContentList>";
  EXPECT_EQ(Said(call), "SendRequestResponse");
  worker->PollNow();
  auto messages = control::FetchState(base()).at("messages");
  ASSERT_EQ(messages.size(), 2u) << "the message and the answer of the bus to its sender";
  EXPECT_EQ(messages[1].at("state"), "rejected");
}

TEST_F(Checks, TheSendersBlockArrivesByteForByte) {
  // Quotes, entities, CDATA, comments and blanks as no serialiser of ours would write them.
  auto xml = RequestXml("1");
  xml.replace(xml.find("<Name>Иванов И. И.</Name>"),
              std::string("<Name>Иванов И. И.</Name>").size(),
              "<Name  >Ив&#x430;нов<![CDATA[ <И.> ]]><!-- c -->\n</Name >");
  auto call = Build({.content = xml});
  auto begin = call.find("<SenderProvidedRequestData"),
       end = call.find("</SenderProvidedRequestData>");
  auto inner = call.substr(call.find('>', begin) + 1, end - call.find('>', begin) - 1);
  ASSERT_EQ(Said(Post(call)), "SendRequestResponse");
  Work();
  auto received = MessageOf(ToldOnce("exchange.request_received"));
  const db::Query kEnvelope{"test.envelope",
                            "SELECT xml FROM exchange.envelopes WHERE message_id = $1"};
  auto envelope = db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return tx.Run(kEnvelope, received).front()["xml"].As<db::Bytes>().value;
  });
  EXPECT_NE(envelope.find(inner), std::string::npos);
  EXPECT_EQ(Get(received).signature_verdict, "signature.valid");
}

TEST_F(Checks, ControlIsForLocalUseAndRefusesNonsense) {
  auto answer = http::Send({.method = "POST",
                            .url = base() + "/control/failures",
                            .headers = {{"Content-Type", "application/json"}},
                            .body = R"({"mode":"explode"})"});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THROW(control::RegisterParticipant(base(), "X", "X", "not a certificate"),
               std::runtime_error);
}

TEST_F(Checks, ThePageShowsParticipantsAndMessages) {
  EXPECT_EQ(Said(Call{}), "SendRequestResponse");
  auto page = http::Send({.url = base() + "/"});
  EXPECT_EQ(page.status, 200);
  for (const char* text :
       {"Испытательный стенд", "OKNO01", "MSZ001", "ApplicationRequest", "проверяется"}) {
    EXPECT_NE(page.body.find(text), std::string::npos) << text;
  }
}

TEST_F(Checks, AnUnacknowledgedMessageIsHandedOutAgainAfterItsTime) {
  // The agency fetches and dies before it acknowledges.
  EXPECT_EQ(Said(Call{}), "SendRequestResponse");
  auto fetch = [&] {
    auto text =
        "<soap:Envelope "
        "xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Header/><soap:Body>"
        "<GetRequestRequest xmlns='" +
        kTypes + "' xmlns:b='" + kBasic +
        "'><b:MessageTypeSelector Id='S1'>"
        "<b:Timestamp>2026-11-23T12:00:00+03:00</b:Timestamp></b:MessageTypeSelector>"
        "<CallerInformationSystemSignature/></GetRequestRequest></soap:Body></soap:Envelope>";
    auto document = xml::Document::Parse(text).value();
    auto wrapper = document.root().child("Body").children()[0];
    EXPECT_TRUE(xml::SignById(wrapper.children()[0], "S1", wrapper.children()[1], *agency.signer));
    return Post(document.Serialize()).body.find("RequestMessage") != std::string::npos;
  };
  EXPECT_TRUE(fetch());
  EXPECT_FALSE(fetch());
  bus_clock.Advance(15min);
  EXPECT_TRUE(fetch());
}

}  // namespace
}  // namespace okno::testbed::testing

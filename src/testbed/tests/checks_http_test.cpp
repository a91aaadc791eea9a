// SPDX-License-Identifier: Apache-2.0
#include "bus.h"
#include "text/strings.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

// The synchronous checks: one row a fault, in the order of the bus.
class Checks : public BusTest {
 protected:
  std::string Said(const Sending& sending) { return Send(sending).said; }
  std::string Routed(const std::string& content) {
    auto answer = Send({.content = content});
    return answer.said + ": " + answer.description;
  }
};

TEST_F(Checks, AProperRequestIsQueuedInEveryVersion) {
  for (const std::string version : {"1.1", "1.2", "1.3"}) {
    auto answer = Send({.version = version});
    ASSERT_EQ(answer.said, "SendRequestResponse") << version;
    auto verdict = xml::VerifySignature(answer.find("Signature"));
    EXPECT_EQ(verdict.code, "signature.valid");
    EXPECT_EQ(verdict.signed_element, answer.find("MessageMetadata"));
    EXPECT_EQ(verdict.certificate->pem(), bus.bus_certificate_pem());
    EXPECT_EQ(answer.text("Status"), "requestIsQueued");
    EXPECT_EQ(answer.text("Recipient"), version == "1.2" ? "MSZ001" : "MSZ001Система MSZ001");
  }
}

TEST_F(Checks, TheFormOfTheEnvelopeComesFirst) {
  EXPECT_EQ(Post("1.2", "not xml").said, "InvalidContent");
  EXPECT_EQ(Post("1.2", "<a/>").said, "InvalidContent");
  EXPECT_EQ(Post("1.2", "<a/>", "application/json").said, "InvalidContent");
  EXPECT_EQ(Said({.header = ""}), "PoorSOAPEnvelopeFormat");
  EXPECT_EQ(Said({.id = "not-a-uuid"}), "InvalidContent");
  EXPECT_EQ(Said({.before_content = "<t:Surprise/>"}), "InvalidContent");
  EXPECT_EQ(Said({.holder = ""}), "InvalidContent") << "as the live bus says";
  for (const char* call : {"SendRequestResponse", "Surprise"})
    EXPECT_EQ(Post("1.2", Envelope("1.2", call, "")).said, "InvalidContent");
  auto other = Signed(RequestEnvelope({.version = "1.1"}), "SenderProvidedRequestData", asker);
  auto answer = Post("1.2", other);
  EXPECT_EQ(answer.said, "InvalidContent");
  EXPECT_THAT(answer.description, HasSubstr("другой версии"));
  EXPECT_EQ(answer.find("ValidationError").attribute("errorPosition"), "-1");
}

TEST_F(Checks, AMissingSoapHeaderMayBeForgiven) {
  Set("require_header", false);
  EXPECT_EQ(Said({.header = ""}), "SendRequestResponse");
}

TEST_F(Checks, SoapActionSaysNothing) {
  auto body = Signed(RequestEnvelope({}), "SenderProvidedRequestData", asker);
  for (const char* action : {"", "\"\"", "urn:Ack"}) {
    auto answer = http::Send({.method = "POST",
                              .url = bus.url(),
                              .headers = {{"Content-Type", "text/xml"}, {"SOAPAction", action}},
                              .body = body});
    EXPECT_THAT(answer.body, ::testing::AnyOf(HasSubstr("SendRequestResponse"),
                                              HasSubstr("MessageIsAlreadySent")));
  }
}

TEST_F(Checks, ThenTheSignatureAndWhatItCovers) {
  const std::string object =
      "<t:CallerInformationSystemSignature><d:Object "
      "xmlns:d='http://www.w3.org/2000/09/xmldsig#'/></t:CallerInformationSystemSignature>";
  EXPECT_EQ(Post("1.2", RequestEnvelope({.holder = object})).said, "NoSignatureFound");
  // The content may have an Id of its own: a signature over it alone is the classic wrapping.
  auto content = Question();
  content.insert(content.find(' '), " Id='C1'");
  EXPECT_EQ(Post("1.2", Signed(RequestEnvelope({.content = content}), "Question", asker)).said,
            "IncorrectSignatureTarget");
  content.replace(content.find("C1"), 2, "SIGNED_BY_CONSUMER");
  auto doubled = Signed(RequestEnvelope({}), "SenderProvidedRequestData", asker);
  doubled.replace(doubled.find("<q:Question "), 12, "<q:Question Id='SIGNED_BY_CONSUMER' ");
  EXPECT_EQ(Post("1.2", doubled).said, "IncorrectSignatureTarget");
  auto tampered = Signed(RequestEnvelope({}), "SenderProvidedRequestData", asker);
  tampered.replace(tampered.find("<q:Text>1"), 9, "<q:Text>2");
  EXPECT_EQ(Post("1.2", tampered).said, "SignatureIsInvalid");
}

TEST_F(Checks, ThenTheCertificate) {
  auto now = system_clock.Now();
  Party stranger{"X", MakeKeys("Незнакомец", now - 1h, now + 1h), nullptr};
  stranger.signer = SignerOf(stranger.keys);
  EXPECT_EQ(Send({}, stranger).said, "SenderIsNotRegistered");

  auto old = asker;
  asker.keys = MakeKeys("Новый сертификат", now - 1h, now + 1h);
  asker.signer = SignerOf(asker.keys);
  Register(asker);
  EXPECT_EQ(Said({}), "SendRequestResponse");
  EXPECT_EQ(Send({}, old).said, "CertificateIsNotFound") << "replaced by another";

  clock.Advance(2h);
  auto expired = Send({});
  EXPECT_EQ(expired.said, "CertificateIsExpired");
  EXPECT_THAT(expired.description, HasSubstr("истёк (действовал до "));
  clock.Set(now - 2h);
  EXPECT_THAT(Send({}).description, HasSubstr("ещё не начался (действует с "));
}

TEST_F(Checks, ANameThatIsRegisteredIsNotTakenOverUnasked) {
  auto now = system_clock.Now();
  auto others = MakeKeys("Другая установка", now - 1h, now + 1h).certificate_pem;
  EXPECT_THROW(control::RegisterParticipant(base(), asker.mnemonic, "МФЦ", others),
               std::runtime_error);
  EXPECT_EQ(Said({}), "SendRequestResponse") << "the first one goes on";
  control::RegisterParticipant(base(), asker.mnemonic, "МФЦ", asker.keys.certificate_pem);
  auto known = State().at("participants").at(0);
  EXPECT_EQ(known.at("mnemonic"), "MSZ001");
  auto provided = text::HexEncode(provider.signer->certificate().sha256());
  EXPECT_EQ(known.at("certificates_sha256"), Json::array({provided}));
  control::RegisterParticipant(base(), asker.mnemonic, "МФЦ", others, control::Replace::kYes);
  EXPECT_EQ(Said({}), "CertificateIsNotFound");
}

TEST_F(Checks, AParticipantMayHaveSeveralCertificates) {
  auto now = system_clock.Now();
  Party second = asker;
  second.keys = MakeKeys("Второй сертификат", now - 1h, now + 1h);
  second.signer = SignerOf(second.keys);
  Register(asker, {{"certificates_pem",
                    Json::array({asker.keys.certificate_pem, second.keys.certificate_pem})}});
  EXPECT_EQ(Send({}, asker).said, "SendRequestResponse");
  EXPECT_EQ(Send({}, second).said, "SendRequestResponse");
}

TEST_F(Checks, CertificatesMustLeadToAnAuthorityAndNotBeRevoked) {
  auto stranger = crypto::MakeRoot({.common_name = "Чужой УЦ",
                                    .not_before = system_clock.Now() - 1h,
                                    .not_after = system_clock.Now() + 1h});
  auto order = [&](const std::string& pem) {
    control::Order(base(), "PUT", "authorities", {{"certificates_pem", Json::array({pem})}});
  };
  order(stranger.certificate_pem);
  EXPECT_THAT(Send({}).description, HasSubstr("не аккредитован"));
  order(authority.certificate_pem);
  EXPECT_EQ(Said({}), "SendRequestResponse");
  control::Order(base(), "PUT", "revoked-certificates",
                 {{"serials", Json::array({asker.signer->certificate().serial()})}});
  auto revoked = Send({});
  EXPECT_EQ(revoked.said, "SignatureIsInvalid");
  EXPECT_THAT(revoked.description, HasSubstr("отозван"));
}

TEST_F(Checks, ThenTheMessageId) {
  EXPECT_EQ(Said({.id = Uuid::NewV7().ToString()}), "InvalidMessageIdFormat");
  EXPECT_EQ(Said({.id = "39f52a38-9a54-11ea-b23a-3316e2108089"}), "StaleMessageId");
  Sending sending;
  EXPECT_EQ(Said(sending), "SendRequestResponse");
  auto again = Send(sending);
  EXPECT_EQ(again.said, "MessageIsAlreadySent");
  EXPECT_THAT(again.description, HasSubstr("SMEV-301"));
  sending.content = "<a xmlns='urn:unknown'/>";
  EXPECT_EQ(Said(sending), "MessageIsAlreadySent") << "before what is wrong with the content";
  EXPECT_EQ(Reply({.id = sending.id}, "nowhere", provider).said, "MessageIsAlreadySent")
      << "ids are one for requests and answers";
}

TEST_F(Checks, TheLifeOfAnIdCanBeSet) {
  Sending sending;
  clock.Advance(25h);
  EXPECT_EQ(Said(sending), "StaleMessageId");
  Set("id_life_seconds", 26 * 3600);
  EXPECT_EQ(Said(sending), "SendRequestResponse");
}

TEST_F(Checks, ThenTheTypeTheRightsAndTheRecipient) {
  auto unknown = Send({.content = "<a xmlns='urn:unknown'/>"});
  EXPECT_EQ(unknown.said, "BusinessDataTypeIsNotSupported");
  EXPECT_EQ(unknown.text("RootElementLocalName"), "a");
  EXPECT_EQ(unknown.text("RootElementNamespaceURI"), "urn:unknown");
  EXPECT_EQ(Said({.content = BusTest::Reply()}), "BusinessDataTypeIsNotSupported");
  EXPECT_THAT(Routed(Question("1", "nobody")), HasSubstr("RecipientIsNotFound: SMEV-404: получат"));
  EXPECT_THAT(Routed(Question("1", "")), HasSubstr("недостаточно данных"));
  EXPECT_THAT(Routed(Question("1", std::string(201, 'x'))), HasSubstr("длиннее 200"));
  RegisterType({{"senders", Json::array({"SOMEBODY"})}});
  EXPECT_EQ(Said({}), "AccessDenied");
  RegisterType({{"senders", Json::array({"SOMEBODY", asker.mnemonic})}});
  EXPECT_EQ(Said({}), "SendRequestResponse");
}

TEST_F(Checks, ThePersonWhoSignsNeedsARight) {
  auto now = system_clock.Now();
  auto keys = MakeKeys("Петрова А. А.", now - 1h, now + 1h);
  Party officer{"", keys, SignerOf(keys)};
  auto said = [&](const std::string& version) {
    auto content = Question();
    content.insert(content.find(' '), " Id='PERSONAL_SIGNATURE'");
    auto text = RequestEnvelope(
        {.version = version, .content = content, .after_content = "<t:PersonalSignature/>"});
    text = Signed(text, "Question", officer, "PersonalSignature");
    return Post(version, Signed(text, "SenderProvidedRequestData", asker)).said;
  };
  RegisterType({{"persons", Json::array({"00AA"})}});
  EXPECT_EQ(said("1.3"), "PersonalAccessDenied");
  EXPECT_EQ(said("1.2"), "AccessDenied");
  RegisterType({{"persons", Json::array({officer.signer->certificate().serial()})}});
  EXPECT_EQ(said("1.3"), "SendRequestResponse");
}

TEST_F(Checks, ThenTheTransactionCodeAndTheEndOfLife) {
  EXPECT_EQ(Said({.before_content = "<t:TransactionCode>" + Uuid::NewV1().ToString() +
                                    "|123|AAAA</t:TransactionCode>"}),
            "TransactionCodeInvalid");
  EXPECT_EQ(Said({.before_content = "<t:EOL>2020-01-01T00:00:00+03:00</t:EOL>"}),
            "EndOfLifeReached");
  EXPECT_EQ(Said({.before_content = "<t:EOL>2099-01-01T00:00:00</t:EOL>"}), "InvalidContent")
      << "without a zone it is no moment";
  EXPECT_EQ(Said({.before_content = "<t:EOL>2099-01-01T00:00:00+03:00</t:EOL>"}),
            "SendRequestResponse");
}

TEST_F(Checks, ThenTheAttachments) {
  auto header = HeaderOf("f1", "abc", asker);
  const std::string unnamed =
      "<b:AttachmentHeaderList><b:AttachmentHeader><b:contentId/><b:MimeType>text/xml</b:MimeType>"
      "</b:AttachmentHeader></b:AttachmentHeaderList>";
  const std::pair<Sending, const char*> cases[] = {
      {{.after_content = header}, "вложений 0, заголовков 1"},
      {{.contents = ContentOf("f1", "abc")}, "1 вложений и ни одного заголовка"},
      {{.after_content = header, .contents = ContentOf("f2", "abc")},
       "у вложения [f2] нет заголовка"},
      {{.after_content = HeaderOf("1f", "abc", asker), .contents = ContentOf("f1", "abc")},
       "должен начинаться с латинской буквы"},
      {{.after_content = unnamed, .contents = ContentOf("f1", "abc")}, "пуст contentId"},
  };
  for (const auto& [sending, text] : cases) {
    auto answer = Send(sending);
    EXPECT_EQ(answer.said, "AttachmentContentMiscoordination") << text;
    EXPECT_THAT(answer.description, HasSubstr(text));
  }
  EXPECT_EQ(Said({.after_content = header, .contents = ContentOf("f1", "abc")}),
            "SendRequestResponse");
}

TEST_F(Checks, ThenTheSizes) {
  Set("mtom_limit", 1000);
  std::string bytes(1001, 'a');
  auto large =
      Send({.after_content = HeaderOf("f1", bytes, asker), .contents = ContentOf("f1", bytes)});
  EXPECT_EQ(large.said, "AttachmentSizeLimitExceeded");
  EXPECT_EQ(large.text("PermittedTotalAttachmentSize"), "1000");
  EXPECT_EQ(large.text("RealTotalAttachmentSize"), "1001");
  Set("structured_limit", 2000);
  EXPECT_EQ(Said({.content = Question(std::string(2000, 'x'))}), "InvalidContent");
}

TEST_F(Checks, TheLimitsOfTheProjectAreThoseOfTheRecommendations) {
  std::string bytes(5 * 1024 * 1024 + 1, 'a');
  auto send = [&] {
    return Said(
        {.after_content = HeaderOf("f1", bytes, asker), .contents = ContentOf("f1", bytes)});
  };
  EXPECT_EQ(send(), "AttachmentSizeLimitExceeded");
  bytes.pop_back();
  EXPECT_EQ(send(), "SendRequestResponse");
}

TEST_F(Checks, ARecipientsQuotaAndQueueHaveAnEnd) {
  Register(provider, {{"quota_bytes", 1000}});
  std::string bytes(600, 'a');
  auto send = [&] {
    return Send(
        {.after_content = HeaderOf("f1", bytes, asker), .contents = ContentOf("f1", bytes)});
  };
  auto first = send();
  EXPECT_EQ(first.said, "SendRequestResponse");
  auto second = send();
  EXPECT_EQ(second.said, "QuoteLimitExceeded");
  EXPECT_EQ(second.text("RemainedTotalQuoteSize"), "400");
  EXPECT_EQ(second.text("RealTotalAttachmentSize"), "600");
  GetRequest();
  EXPECT_EQ(Ack(first.text("MessageId"), provider).said, "AckResponse");
  EXPECT_EQ(send().said, "SendRequestResponse") << "an acknowledgement gives the quota back";
  Set("queue_limit", 1);
  auto overflow = Send({});
  EXPECT_EQ(overflow.said, "DestinationOverflow");
  EXPECT_EQ(overflow.text("DestinationName"), "MSZ001.requests");
}

// Faults of the answer's way.
class AnswerChecks : public BusTest {
 protected:
  AnswerChecks() {
    Send({});
    auto request = GetRequest();
    to = request.text("ReplyTo");
  }
  std::string Primary(const std::string& content) {
    return "<b:MessagePrimaryContent>" + content + "</b:MessagePrimaryContent>";
  }
  std::string to;
};

TEST_F(AnswerChecks, OneRowEach) {
  auto said = [&](const Sending& sending, const std::string& address) {
    return Reply(sending, address, provider).said;
  };
  EXPECT_EQ(said({.id = Uuid::NewV7().ToString()}, to), "InvalidMessageIdFormat");
  EXPECT_EQ(said({.content = Primary("<a xmlns='urn:unknown'/>")}, to),
            "BusinessDataTypeIsNotSupported");
  EXPECT_EQ(said({.content = Primary(Question())}, to), "IncorrectResponseContentType");
  auto lost = Reply({}, "no-such-address", provider);
  EXPECT_EQ(lost.said, "RecipientIsNotFound");
  EXPECT_THAT(lost.description, HasSubstr("«no-such-address»"));
  EXPECT_EQ(Reply({}, to, asker).said, "RecipientIsNotFound") << "not the one who was asked";
  EXPECT_EQ(
      said({.content = "<t:AsyncProcessingStatus><t:OriginalMessageId>" + Uuid::NewV1().ToString() +
                       "</t:OriginalMessageId><t:StatusCategory>requestIsQueued"
                       "</t:StatusCategory></t:AsyncProcessingStatus>"},
           to),
      "InvalidContent")
      << "only the bus says this";
  EXPECT_EQ(said({.after_content = HeaderOf("f1", "abc", provider)}, to),
            "AttachmentContentMiscoordination");
  EXPECT_EQ(said({}, to), "SendResponseResponse");
}

TEST_F(AnswerChecks, StatusAndRefusalTravelInTheEnvelopeAlone) {
  EXPECT_EQ(Reply({.content = "<t:RequestStatus><t:StatusCode>10</t:StatusCode>"
                              "<t:StatusDescription>Принято</t:StatusDescription>"
                              "</t:RequestStatus>"},
                  to, provider)
                .said,
            "SendResponseResponse");
  EXPECT_EQ(Reply({.content = "<t:RequestRejected><t:RejectionReasonCode>NO_DATA"
                              "</t:RejectionReasonCode><t:RejectionReasonDescription>Нет"
                              "</t:RejectionReasonDescription></t:RequestRejected>"},
                  to, provider)
                .said,
            "SendResponseResponse");
}

TEST_F(AnswerChecks, SelectorsAndAcknowledgements) {
  auto selector = [](const std::string& uri, const std::string& root) {
    return "<b:NamespaceURI>" + uri + "</b:NamespaceURI><b:RootElementLocalName>" + root +
           "</b:RootElementLocalName>";
  };
  EXPECT_EQ(Get("Request", provider, "1.2", selector("urn:unknown", "a")).said,
            "UnknownMessageType");
  EXPECT_EQ(Get("Response", asker, "1.2", selector("urn:unknown", "a")).said, "UnknownMessageType");
  EXPECT_EQ(Get("Request", asker, "1.2", selector(kTestNamespace, "Question")).said,
            "UnknownMessageType")
      << "it serves no such requests";
  EXPECT_EQ(Get("Request", provider, "1.2", selector(kTestNamespace, "Surprise")).said,
            "UnknownMessageType");
  EXPECT_EQ(Get("Request", provider, "1.2", selector(kTestNamespace, "Reply")).said,
            "GetRequestResponse")
      << "either root names the type";
  EXPECT_EQ(Ack(Uuid::NewV1().ToString(), provider).said, "TargetMessageIsNotFound");
}

}  // namespace
}  // namespace okno::testbed::testing

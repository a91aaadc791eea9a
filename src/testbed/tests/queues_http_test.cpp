// SPDX-License-Identifier: Apache-2.0
#include "bus.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Queues : public BusTest {
 protected:
  std::string Ask(const Sending& sending = {}) { return Ask(sending, asker); }
  std::string Ask(const Sending& sending, const Party& party) {
    auto answer = Send(sending, party);
    EXPECT_EQ(answer.said, "SendRequestResponse") << answer.description;
    return sending.id;
  }
  // The id of what is handed out next; "" for an empty queue.
  std::string Next(const std::string& queue, const Party& party, const std::string& before = {},
                   const std::string& after = {}) {
    return Get(queue, party, "1.2", before, after).text("MessageId");
  }
  std::string Next() { return Next("Request", provider); }
};

TEST_F(Queues, AMessageReturnsToTheHeadWhenNobodyAcknowledgesIt) {
  auto first = Ask(), second = Ask();
  EXPECT_EQ(Next(), first);
  EXPECT_EQ(Next(), second) << "others can be read meanwhile";
  EXPECT_EQ(Next(), "");
  clock.Advance(15min - 1s);
  EXPECT_EQ(Next(), "");
  auto third = Ask();
  clock.Advance(1s);
  EXPECT_EQ(Next(), first);
  EXPECT_EQ(Ack(first, provider).said, "AckResponse");
  EXPECT_EQ(Next(), second);
  EXPECT_EQ(Next(), third);
}

TEST_F(Queues, TheTimeOutCanBeSetToSeconds) {
  Set("visibility_seconds", 2);
  auto id = Ask();
  EXPECT_EQ(Next(), id);
  EXPECT_EQ(Next(), "");
  clock.Advance(2s);
  EXPECT_EQ(Next(), id);
}

TEST_F(Queues, OnlyWhatHasBeenHandedOutIsAcknowledgedAndOnlyOnce) {
  auto id = Ask();
  EXPECT_EQ(Ack(id, provider).said, "TargetMessageIsNotFound");
  EXPECT_EQ(Next(), id);
  EXPECT_EQ(Ack(id, asker).said, "TargetMessageIsNotFound") << "another's message";
  EXPECT_EQ(Ack(id, provider).said, "AckResponse");
  auto again = Ack(id, provider);
  EXPECT_EQ(again.said, "TargetMessageIsNotFound");
  EXPECT_THAT(again.description, HasSubstr("SMEV-501"));
  auto thrown_away = Ask();
  EXPECT_EQ(Next(), thrown_away);
  EXPECT_EQ(Ack(thrown_away, provider, "1.2", "false").said, "AckResponse");
  EXPECT_EQ(State().at("messages").at(0).at("state"), "dropped");
}

TEST_F(Queues, RequestsOfImportantSystemsGoFirst) {
  auto important = MakeParty("VAZHNO");
  Register(important, {{"important", true}});
  auto usual = Ask(), urgent = Ask({}, important), later = Ask();
  EXPECT_EQ(Next(), urgent);
  EXPECT_EQ(Next(), usual);
  EXPECT_EQ(Next(), later);
}

TEST_F(Queues, ASelectorMeansAllVersionsOfItsType) {
  RegisterType({{"family", "question"}});
  RegisterType({{"family", "question"},
                {"namespace", "urn://x-artefacts-okno/test/2.0.0"},
                {"request_root", "Question2"},
                {"schemas", Json::object()}});
  RegisterType({{"namespace", "urn://x-artefacts-okno/other/1.0.0"}, {"schemas", Json::object()}});
  Ask({.content =
           "<Question xmlns='urn://x-artefacts-okno/other/1.0.0'><Code>msz</Code></Question>"});
  auto second = Ask({.content = "<Question2 xmlns='urn://x-artefacts-okno/test/2.0.0'>"
                                "<Code>msz</Code></Question2>"});
  auto first = Ask();
  auto selector = "<b:NamespaceURI>" + kTestNamespace +
                  "</b:NamespaceURI><b:RootElementLocalName>Question</b:RootElementLocalName>";
  EXPECT_EQ(Next("Request", provider, selector), second);
  EXPECT_EQ(Next("Request", provider, selector), first);
  EXPECT_EQ(Next("Request", provider, selector), "");
}

TEST_F(Queues, EachNodeThatHasAskedHasAnAnswerQueue) {
  Ask({.before_content = "<t:NodeID>A</t:NodeID>"});
  auto id = Uuid::NewV1().ToString();
  EXPECT_EQ(Reply({.id = id}, GetRequest().text("ReplyTo"), provider).said, "SendResponseResponse");
  EXPECT_EQ(Next("Response", asker), "");
  EXPECT_EQ(Next("Response", asker, "", "<b:NodeID>B</b:NodeID>"), "");
  EXPECT_EQ(Next("Response", asker, "", "<b:NodeID>A</b:NodeID>"), id);
}

TEST_F(Queues, AnAnswerIsCorrelatedWithItsRequest) {
  Ask({.id = Uuid::NewV1().ToString()});
  auto root = Uuid::NewV1().ToString();
  auto mark = http::Send(
      {.method = "POST",
       .url = base() + "/spkt/ws",
       .headers = {{"Content-Type", "text/xml"}},
       .body = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
               "<e:generateMark xmlns:e='http://endpoints.transactionmarker.voskhod.ru/' "
               "xmlns:m='http://voskhod.ru/transaction-marker'><m:FRGUInformation>"
               "<m:FRGUInteractionPartisipantCode>OKNO01</m:FRGUInteractionPartisipantCode>"
               "<m:FRGUServiceCode>5000000010000000001</m:FRGUServiceCode></m:FRGUInformation>"
               "</e:generateMark></s:Body></s:Envelope>"});
  ASSERT_EQ(mark.status, 200) << mark.body;
  auto document = xml::Document::Parse(mark.body).value();
  auto code = document.root().child("Body").children()[0].child_text("TransactionCode");
  auto id = Ask({.before_content = "<t:ReferenceMessageID>" + root + "</t:ReferenceMessageID>" +
                                   "<t:TransactionCode>" + code + "</t:TransactionCode>"});
  Next();
  Reply({}, GetRequest().text("ReplyTo"), provider);
  auto answer = GetResponse();
  EXPECT_EQ(answer.text("OriginalMessageId"), id);
  EXPECT_EQ(answer.text("ReferenceMessageID"), root);
  EXPECT_EQ(answer.text("OriginalTransactionCode"), code);
}

TEST_F(Queues, AForgedTransactionCodeIsNotTaken) {
  auto ask = [&](const std::string& mnemonic, const std::string& service) {
    return http::Send(
        {.method = "POST",
         .url = base() + "/spkt/ws",
         .headers = {{"Content-Type", "text/xml"}},
         .body = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                 "<e:generateMark xmlns:e='http://endpoints.transactionmarker.voskhod.ru/'>"
                 "<e:FRGUInformation><e:FRGUInteractionPartisipantCode>" +
                 mnemonic + "</e:FRGUInteractionPartisipantCode><e:FRGUServiceCode>" + service +
                 "</e:FRGUServiceCode></e:FRGUInformation></e:generateMark></s:Body>"
                 "</s:Envelope>"});
  };
  EXPECT_THAT(ask("NOBODY", "1").body, HasSubstr("не зарегистрирован"));
  EXPECT_THAT(ask("OKNO01", std::string(21, '1')).body, HasSubstr("от 1 до 20"));
  EXPECT_THAT(ask("OKNO01", "1|2").body, HasSubstr("soap:Client"));
  auto good = ask("OKNO01", "1").body;
  auto begin = good.find("TransactionCode>") + 16;
  auto code = good.substr(begin, good.find('<', begin) - begin);
  auto said = [&](const std::string& text) {
    return Send({.before_content = "<t:TransactionCode>" + text + "</t:TransactionCode>"}).said;
  };
  EXPECT_EQ(said(code), "SendRequestResponse");
  code.replace(code.find("|1|"), 3, "|2|");
  EXPECT_EQ(said(code), "TransactionCodeInvalid");
  Set("check_transaction_codes", false);
  EXPECT_EQ(said(code), "SendRequestResponse");
}

// A message sent in one version, read in another.
using Versions = std::pair<std::string, std::string>;
class AcrossVersions : public BusTest, public ::testing::WithParamInterface<Versions> {};

TEST_P(AcrossVersions, TheSendersBlockStaysAsItWasAndTheRestIsInTheReadersWords) {
  const auto& [from, to] = GetParam();
  // Quotes, entities, CDATA, comments and blanks as no serialiser of ours would write them.
  auto content = "<q:Question xmlns:q=\"" + kTestNamespace +
                 "\"><q:Text  >Ив&#x430;нов<![CDATA[ <И.> ]]><!-- c -->\n</q:Text ><q:Code>msz"
                 "</q:Code></q:Question>";
  auto envelope = Signed(RequestEnvelope({.version = from, .content = content}),
                         "SenderProvidedRequestData", asker);
  auto begin = envelope.find("<b:MessagePrimaryContent");
  auto inner = envelope.substr(begin, envelope.find("</t:SenderProvidedRequestData>") - begin);
  ASSERT_EQ(Post(from, envelope).said, "SendRequestResponse");

  auto request = GetRequest(to);
  EXPECT_THAT(request.package.envelope, HasSubstr(inner));
  EXPECT_EQ(request.content.namespace_uri(), smev3::FindDialect(to)->types);
  EXPECT_EQ(request.find("MessageMetadata").namespace_uri(), smev3::FindDialect(to)->types);
  EXPECT_EQ(request.find("SenderProvidedRequestData").namespace_uri(),
            smev3::FindDialect(from)->types);
  EXPECT_EQ(request.text("HumanReadableName"), to == "1.2" ? "" : "Система OKNO01");
  EXPECT_EQ(request.text("InteractionType"), to == "1.1" ? "NotDetected" : "");
  EXPECT_EQ(request.text("Status"), "requestIsAcceptedBySmev");
  for (auto signature : xml::FindSignatures(*request.document))
    EXPECT_EQ(xml::VerifySignature(signature).code, "signature.valid");
  EXPECT_EQ(xml::FindSignatures(*request.document).size(), 2u);

  EXPECT_EQ(Reply({.version = to}, request.text("ReplyTo"), provider).said, "SendResponseResponse");
  auto answer = GetResponse(from);
  EXPECT_EQ(answer.find("SenderProvidedResponseData").namespace_uri(),
            smev3::FindDialect(to)->types);
  EXPECT_EQ(answer.text("Status"),
            from == "1.1" ? "responseIsAcceptedBySmev" : "messageIsDelivered");
  for (auto signature : xml::FindSignatures(*answer.document))
    EXPECT_EQ(xml::VerifySignature(signature).code, "signature.valid");
  // Within one version all of it fits the schema.
  if (from == to) {
    EXPECT_TRUE(schemas.at(to).Validate(request.content).empty());
    EXPECT_TRUE(schemas.at(to).Validate(answer.content).empty());
  }
  EXPECT_EQ(Ack(answer.text("MessageId"), asker, from).said, "AckResponse");
}

INSTANTIATE_TEST_SUITE_P(AllPairs, AcrossVersions,
                         ::testing::Values(Versions{"1.1", "1.1"}, Versions{"1.1", "1.2"},
                                           Versions{"1.1", "1.3"}, Versions{"1.2", "1.1"},
                                           Versions{"1.2", "1.2"}, Versions{"1.2", "1.3"},
                                           Versions{"1.3", "1.1"}, Versions{"1.3", "1.2"},
                                           Versions{"1.3", "1.3"}));

TEST_F(Queues, ABroadcastReachesAllSubscribersAndIsNotAnswered) {
  auto third = MakeParty("THIRD1");
  RegisterType({{"broadcast", true}, {"subscribers", Json::array({"MSZ001", "THIRD1"})}});
  auto id = Ask();
  auto first = GetRequest();
  EXPECT_EQ(first.text("MessageType"), "BROADCAST");
  EXPECT_EQ(first.text("MessageId"), id);
  EXPECT_EQ(Get("Request", third).text("MessageId"), id);
  EXPECT_EQ(Reply({}, first.text("ReplyTo"), provider).said, "AccessDenied");
  EXPECT_EQ(Ack(id, provider).said, "AckResponse");
  EXPECT_EQ(Ack(id, third).said, "AckResponse") << "each for itself";
}

TEST_F(Queues, ARequestWhoseLifeEndsInTheQueueComesBackToItsSender) {
  auto id = Ask({.before_content = "<t:EOL>" + FormatInstant(clock.Now() + 1h) + "</t:EOL>"});
  EXPECT_EQ(Next("Response", asker), "");
  clock.Advance(1h);
  auto letter = GetResponse();
  EXPECT_EQ(letter.text("OriginalMessageId"), id);
  EXPECT_EQ(letter.text("StatusCategory"), "requestIsRejectedBySmev");
  EXPECT_THAT(letter.text("StatusDetails"), HasSubstr("срок жизни"));
  EXPECT_EQ(letter.find("SmevFault").child_text("Code"), "okno-testbed:ASYNC:EndOfLifeReached");
  EXPECT_EQ(Next(), "") << "nobody gets it any more";
}

TEST_F(Queues, AHandedOutRequestIsNotTakenBackByItsEndOfLife) {
  auto id = Ask({.before_content = "<t:EOL>" + FormatInstant(clock.Now() + 1min) + "</t:EOL>"});
  EXPECT_EQ(Next(), id);
  clock.Advance(2min);
  EXPECT_EQ(Next("Response", asker), "");
  EXPECT_EQ(Ack(id, provider).said, "AckResponse");
}

TEST_F(Queues, WhatTheBusRefusesAfterwardsComesAsAnAnswerInEachVersion) {
  for (const std::string version : {"1.1", "1.2", "1.3"}) {
    auto content = Question();
    content.insert(content.find("</q:Question>"), "<q:Size>many</q:Size>");
    auto id = Ask({.version = version, .content = content});
    auto letter = GetResponse(version);
    EXPECT_EQ(letter.text("OriginalMessageId"), id);
    EXPECT_EQ(letter.text("StatusCategory"), "requestIsRejectedBySmev");
    EXPECT_THAT(letter.text("StatusDetails"), HasSubstr("cvc"));
    EXPECT_EQ(letter.find("Sender").child_text("Mnemonic"), "SMEV");
    EXPECT_EQ(letter.find("SenderProvidedResponseData").attribute("Id"), "SIGNED_ASYNC_BY_SMEV");
    EXPECT_TRUE(schemas.at(version).Validate(letter.content).empty());
    for (auto signature : xml::FindSignatures(*letter.document))
      EXPECT_EQ(xml::VerifySignature(signature).code, "signature.valid");
    EXPECT_EQ(Ack(letter.text("MessageId"), asker, version).said, "AckResponse");
    EXPECT_EQ(Next(), "") << "the provider never sees it";
  }
}

TEST_F(Queues, TheAsynchronousStageCanBeSwitchedOff) {
  Set("check_content", false);
  auto content = Question();
  content.insert(content.find("</q:Question>"), "<q:Size>many</q:Size>");
  auto id = Ask({.content = content});
  EXPECT_EQ(Next(), id);
}

TEST_F(Queues, ARefusedAnswerIsToldInTheStatusQueueInTheReadersVersion) {
  Ask();
  auto to = GetRequest().text("ReplyTo");
  auto reply = BusTest::Reply();
  reply.insert(reply.find("</q:Reply>"), "<q:Size>many</q:Size>");
  auto id = Uuid::NewV1().ToString();
  auto content = "<b:MessagePrimaryContent>" + reply + "</b:MessagePrimaryContent>";
  EXPECT_EQ(Reply({.id = id, .content = content}, to, provider).said, "SendResponseResponse");
  EXPECT_EQ(Next("Response", asker), "");
  for (const std::string version : {"1.1", "1.2", "1.3"}) {
    auto status = GetStatus(provider, version);
    EXPECT_EQ(status.text("OriginalMessageId"), id);
    EXPECT_EQ(status.text("StatusCategory"),
              version == "1.1" ? "requestIsRejectedBySmev" : "responseIsRejectedBySmev");
    auto verdict = xml::VerifySignature(status.find("Signature"));
    EXPECT_EQ(verdict.code, "signature.valid");
    EXPECT_EQ(verdict.signed_element, status.find("AsyncProcessingStatusData"));
    EXPECT_FALSE(GetStatus(provider, version).has_message());
    clock.Advance(15min);
  }
  EXPECT_TRUE(GetStatus(provider).has_message());
  EXPECT_EQ(Ack(id, provider).said, "AckResponse");
}

TEST_F(Queues, StatisticsTellTheSizesOfAllQueuesIn11Only) {
  Ask();
  Ask();
  auto ask = [&](const std::string& version) {
    auto time = "<b:Timestamp Id='S'>" + FormatInstant(clock.Now()) +
                "</b:Timestamp><t:CallerInformationSystemSignature/>";
    return Post(version, Signed(Envelope(version, "GetIncomingQueueStatisticsRequest", time),
                                "Timestamp", provider));
  };
  auto statistics = ask("1.1");
  auto queue = statistics.find("QueueStatistics");
  EXPECT_EQ(queue.attribute("queueName"), "MSZ001.requests");
  EXPECT_EQ(queue.attribute("pendingMessageNumber"), "2");
  EXPECT_EQ(ask("1.2").said, "InvalidContent");
}

TEST_F(Queues, NothingAcceptedIsLostByARestart) {
  auto first = Ask(), second = Ask();
  EXPECT_EQ(Next(), first);
  bus.Stop();
  bus.Start();
  EXPECT_EQ(Next(), second);
  clock.Advance(15min);
  EXPECT_EQ(Next(), first);
}

// The Routing block of 1.3.
class Routing : public BusTest {
 protected:
  Routing() : third(MakeParty("THIRD1")) {
    RegisterType({{"routes", Json::array({{{"code", "msz"}, {"mnemonic", "MSZ001"}},
                                          {{"code", "third"}, {"mnemonic", "THIRD1"}}})}});
  }
  std::string AskRouted(const std::string& values, const Party& signer) {
    Sending sending{.version = "1.3"};
    sending.content = "<q:Question xmlns:q=\"" + kTestNamespace +
                      "\"><q:Text>1</q:Text><q:RecordId>7</q:RecordId></q:Question>";
    sending.after_signature =
        "<r:Routing xmlns:r='urn://x-artefacts-smev-gov-ru/services/message-exchange/types/"
        "routing/1.3'><r:RoutingInformation Id='ROUTING'><r:MessageID>" +
        sending.id + "</r:MessageID>" + values +
        "</r:RoutingInformation><r:RoutingSignature/></r:Routing>";
    auto text = Signed(RequestEnvelope(sending), "RoutingInformation", signer, "RoutingSignature");
    auto answer = Post("1.3", Signed(text, "SenderProvidedRequestData", asker));
    EXPECT_EQ(answer.said, "SendRequestResponse") << answer.description;
    return sending.id;
  }
  static std::string Dynamic(const std::string& value) {
    return "<r:DynamicRouting><r:DynamicValue>" + value + "</r:DynamicValue></r:DynamicRouting>";
  }
  static std::string Identifier(const std::string& value) {
    return "<r:IdentifierRouting><r:IdentifierValue>" + value +
           "</r:IdentifierValue></r:IdentifierRouting>";
  }
  Party third;
};

TEST_F(Routing, TheSenderMayNameSeveralRecipientsByCodeAndByIdentifier) {
  auto id = AskRouted(Dynamic("msz") + Identifier("THIRD1"), asker);
  EXPECT_EQ(GetRequest("1.3").text("MessageId"), id);
  auto other = Get("Request", third, "1.3");
  EXPECT_EQ(other.text("MessageId"), id);
  EXPECT_FALSE(GetResponse("1.3").has_message()) << "all were found: nothing to tell";
  EXPECT_EQ(Reply({.version = "1.3"}, other.text("ReplyTo"), third).said, "SendResponseResponse");
}

TEST_F(Routing, WhatWasNotFoundIsToldAndTheRestGoesOn) {
  auto id = AskRouted(Dynamic("msz") + Identifier("NOBODY"), asker);
  EXPECT_EQ(GetRequest("1.3").text("MessageId"), id);
  auto letter = GetResponse("1.3");
  EXPECT_EQ(letter.text("StatusCategory"), "requestIsAcceptedBySmev");
  EXPECT_EQ(letter.find("DynamicValue").child_text("Code"), "success");
  EXPECT_EQ(letter.find("IdentifierValue").child_text("Code"), "recipientNotFound");
  EXPECT_TRUE(schemas.at("1.3").Validate(letter.content).empty());
}

TEST_F(Routing, WithoutASingleRecipientTheRequestIsRejected) {
  const std::string record =
      "<r:RegistryRouting><r:RegistryRecordRouting><r:RecordId>8</r:RecordId>"
      "<r:UseGeneralRouting>false</r:UseGeneralRouting></r:RegistryRecordRouting>"
      "<r:RegistryRecordRouting><r:RecordId>7</r:RecordId>"
      "<r:UseGeneralRouting>true</r:UseGeneralRouting></r:RegistryRecordRouting>"
      "</r:RegistryRouting>";
  AskRouted(record, asker);
  auto letter = GetResponse("1.3");
  EXPECT_EQ(letter.text("StatusCategory"), "requestIsRejectedBySmev");
  EXPECT_THAT(letter.package.envelope, HasSubstr("invalidRegistryRecordId"));
  EXPECT_THAT(letter.package.envelope, HasSubstr("generalRoutingNotFound"));
  EXPECT_TRUE(schemas.at("1.3").Validate(letter.content).empty());
  EXPECT_FALSE(GetRequest("1.3").has_message());
}

TEST_F(Routing, OnlyTheSenderMayRoute) {
  AskRouted(Dynamic("msz"), third);
  EXPECT_EQ(GetResponse("1.3").find("DynamicValue").child_text("Code"), "certificateInvalid");
}

// Systems that send on behalf of others.
TEST_F(Queues, AnAggregatorNamesForWhomItSpeaks) {
  Register(asker, {{"aggregator", true}, {"frgu_codes", Json::array({"77001", "77002"})}});
  RegisterType({{"senders", Json::array({"77001"})}});
  auto said = [&](const std::string& frgu) {
    return Send({.after_content = "<t:BusinessProcessMetadata><m:frgu "
                                  "xmlns:m='urn://x-artefacts-smev-gov-ru/services/"
                                  "message-exchange/business-process-metadata/1.0'>" +
                                  frgu + "</m:frgu></t:BusinessProcessMetadata>"})
        .said;
  };
  EXPECT_EQ(Send({}).said, "AccessDenied") << "no code";
  EXPECT_EQ(said("99999"), "AccessDenied") << "not one of its own";
  EXPECT_EQ(said("77002"), "AccessDenied") << "the organization has no right";
  EXPECT_EQ(said("77001"), "SendRequestResponse");
}

TEST_F(Queues, PollingAnEmptyQueueTooOftenIsRefusedWhenSwitchedOn) {
  Set("anti_flood", true);
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(GetRequest().said, "GetRequestResponse") << i;
    clock.Advance(15s);
  }
  EXPECT_EQ(GetRequest().said, "SMEVFailure");
  auto id = Ask();
  EXPECT_EQ(GetRequest().text("MessageId"), id) << "until there is something to give";
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(GetRequest().said, "GetRequestResponse") << i;
    clock.Advance(31s);
  }
}

}  // namespace
}  // namespace okno::testbed::testing

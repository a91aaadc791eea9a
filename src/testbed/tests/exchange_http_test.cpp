// SPDX-License-Identifier: Apache-2.0
#include "world.h"

// The road of a request and its answer when nothing is wrong.
namespace okno::testbed::testing {
namespace {

class Exchange : public World {};

TEST_F(Exchange, ARequestWithAFileIsAnsweredWithStatusAndResult) {
  auto request = Ask("0101-26-000001", {kPdf + "scan"});
  EXPECT_EQ(Get(request).state, "waiting");
  Work();

  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
  auto received = Get(MessageOf(ToldOnce("exchange.request_received")));
  EXPECT_EQ(received.organization_id, agency.organization.id);
  EXPECT_EQ(received.operation, "request");
  EXPECT_EQ(received.state, "received");
  EXPECT_EQ(received.smev_id, Get(request).smev_id);
  EXPECT_EQ(received.content_xml, Get(request).content_xml)
      << "the content must arrive byte for byte";
  EXPECT_EQ(received.content_root, "ApplicationRequest");
  EXPECT_EQ(received.sender_name, center.mnemonic);
  EXPECT_EQ(received.signature_verdict, "signature.valid");
  EXPECT_EQ(received.signer_name, "ИС center");
  ASSERT_EQ(received.attachments.size(), 1u);
  EXPECT_EQ(received.attachments[0].content_id, Get(request).attachments[0].content_id);
  EXPECT_EQ(files->Read(received.attachments[0].sha256_hex), kPdf + "scan");
  EXPECT_EQ(BusMessage(request).at("state"), "delivered");

  auto registration = Uuid::NewV7();
  db.Transact(db::Scope::Organization(agency.organization.id), [&](db::Tx& tx) {
    exchange::SetSubject(tx, received.id, {"registration", registration});
    ASSERT_TRUE(exchange::QueueStatus(tx, received.id, {10, "Зарегистрировано в ведомстве, № 77"},
                                      clock.Now()));
  });
  Work();
  EXPECT_EQ(Get(received.id).state, "handled");
  auto status_event = ToldOnce("exchange.status_received");
  EXPECT_EQ(status_event.at("code"), 10);
  EXPECT_EQ(status_event.at("text"), "Зарегистрировано в ведомстве, № 77");
  EXPECT_EQ(status_event.at("subject_id"), Get(request).subject.id.ToString());
  EXPECT_EQ(Get(MessageOf(status_event)).request, request);
  EXPECT_EQ(Get(request).state, "delivered");

  auto answer = Answer(received.id, {kPdf + "decision"});
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.response_sent")), answer);
  EXPECT_EQ(Get(answer).subject.id, registration);
  auto result = Get(MessageOf(ToldOnce("exchange.response_received")));
  EXPECT_EQ(result.request, request);
  EXPECT_EQ(result.subject.id, Get(request).subject.id);
  EXPECT_EQ(result.operation, "response");
  EXPECT_EQ(result.signature_verdict, "signature.valid");
  EXPECT_EQ(result.content_xml, Get(answer).content_xml);
  EXPECT_EQ(files->Read(result.attachments.at(0).sha256_hex), kPdf + "decision");
  EXPECT_TRUE(Told("exchange.delivery_delayed").empty());
  EXPECT_TRUE(Told("exchange.delivery_failed").empty());
}

TEST_F(Exchange, ARejectionReachesTheAsker) {
  auto request = Ask("0101-26-000001");
  Work();
  auto received = MessageOf(ToldOnce("exchange.request_received"));
  db.Transact(db::Scope::Organization(agency.organization.id), [&](db::Tx& tx) {
    ASSERT_TRUE(exchange::QueueRejection(tx, received, {"NO_DATA", "Сведений нет"}, clock.Now()));
  });
  Work();
  auto result = Get(MessageOf(ToldOnce("exchange.response_received")));
  EXPECT_EQ(result.operation, "reject");
  EXPECT_EQ(result.request, request);
  ASSERT_TRUE(result.rejection);
  EXPECT_EQ(result.rejection->code, "NO_DATA");
  EXPECT_EQ(result.rejection->description, "Сведений нет");
}

TEST_F(Exchange, AnEqualRequestOfAChainThatWasAnsweredIsANewOne) {
  auto first = Ask("0101-26-000001");
  Work();
  Answer(MessageOf(ToldOnce("exchange.request_received")));
  Work();
  ASSERT_TRUE(
      Queue({.content_xml = Get(first).content_xml, .reference_message_id = Get(first).smev_id}));
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 2u);
}

TEST_F(Exchange, TheOtherOrganizationSeesNothing) {
  auto request = Ask("0101-26-000001");
  db.Transact(db::Scope::Organization(agency.organization.id), [&](db::Tx& tx) {
    EXPECT_FALSE(exchange::FindMessage(tx, request));
    auto queued = exchange::QueueRequest(tx, center.organization.id, {"application", Uuid::NewV7()},
                                         {RequestXml("1"), {}}, clock.Now());
    EXPECT_EQ(queued.refusal().code, "exchange.no_connection");
  });
}

TEST_F(Exchange, ContentThatCanNotTravelIsRefusedAtTheDoor) {
  auto refusal = [&](const exchange::Content& content) { return Queue(content).refusal().code; };
  EXPECT_EQ(refusal({"<a/>", {}}), "exchange.content_malformed");
  EXPECT_EQ(refusal({"not xml", {}}), "exchange.content_malformed");
  exchange::Attachment large{"a.pdf", "application/pdf", std::string(64, '0'), 6 * 1024 * 1024,
                             "a1"};
  EXPECT_EQ(refusal({RequestXml("1"), {large}}), "exchange.attachments_too_large");
}

}  // namespace
}  // namespace okno::testbed::testing

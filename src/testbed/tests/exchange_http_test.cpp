// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "world.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using exchange::MessageId;
using ::testing::HasSubstr;

const db::Query kForgetSending{"test.forget_sending",
                               "UPDATE exchange.messages SET state = 'waiting', sent_at = NULL, "
                               "attempts = 0, taken_until = NULL, "
                               "next_attempt_at = created_at WHERE id = $1"};
const db::Query kForgetAnswers{
    "test.forget_answers", "DELETE FROM exchange.envelopes WHERE message_id = $1 AND NOT outgoing"};
const db::Query kEnqueueAgain{
    "test.enqueue_again",
    "INSERT INTO jobs.jobs (id, kind, payload, max_attempts) VALUES (gen_random_uuid(), "
    "'exchange.deliver', json_build_object('connection_id', (SELECT connection_id FROM "
    "exchange.messages WHERE id = $1::uuid), 'slot', 0)::jsonb, 10)"};
const db::Query kIdsUsed{"test.ids_used",
                         "SELECT count(DISTINCT smev_id) AS ids FROM exchange.envelopes WHERE "
                         "message_id = $1 AND outgoing"};
const db::Query kFailed{
    "test.failed",
    "SELECT error_code FROM exchange.messages WHERE NOT outgoing AND state = 'failed' ORDER BY id"};

// In the database of the bus: its letter of refusal once more, as a message of its own.
const db::Query kTellAgain{
    "test.tell_again",
    "WITH letter AS (INSERT INTO testbed.messages (id, queue, sender, node_id, namespace, root, "
    "state, original_id, provided, signature, created_at, version, reference_id, transaction_code) "
    "SELECT 'aaaaaaaa-8ac8-11ee-8000-0242ac120002', queue, sender, node_id, namespace, root, "
    "state, original_id, provided, signature, created_at, version, reference_id, transaction_code "
    "FROM testbed.messages WHERE sender = 'SMEV' RETURNING id, queue, node_id, namespace, "
    "created_at) INSERT INTO testbed.deliveries (message_id, ack_id, recipient, queue, node_id, "
    "namespace, priority, state, queued_at, visible_at) SELECT id, id, 'OKNO01', queue, node_id, "
    "namespace, 1, 'ready', created_at, created_at FROM letter"};

class Exchange : public World {
 protected:
  // The database as it is when the deliverer dies after sending and before its commit; the lease
  // has run out.
  void ForgetSending(const MessageId& id) {
    db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      tx.Run(kForgetSending, id);
      tx.Run(kForgetAnswers, id);
      tx.Run(kEnqueueAgain, id.ToString());
    });
  }
  int IdsUsed(const MessageId& id) {
    return db.Transact(db::Scope::System(),
                       [&](db::Tx& tx) { return tx.Run(kIdsUsed, id).front()["ids"].As<int>(); });
  }
  // Why incoming messages were not taken.
  std::vector<std::string> FailedOnes() {
    return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      std::vector<std::string> codes;
      for (const db::Row row : tx.Run(kFailed)) codes.push_back(row["error_code"].Text());
      return codes;
    });
  }
};

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
  auto refusal = [&](const exchange::Content& content) {
    return db
        .Transact(db::Scope::Organization(center.organization.id),
                  [&](db::Tx& tx) {
                    return exchange::QueueRequest(tx, center.organization.id,
                                                  {"application", Uuid::NewV7()}, content,
                                                  clock.Now());
                  })
        .refusal()
        .code;
  };
  EXPECT_EQ(refusal({"<a/>", {}}), "exchange.content_malformed");
  EXPECT_EQ(refusal({"not xml", {}}), "exchange.content_malformed");
  exchange::Attachment large{"a.pdf", "application/pdf", std::string(64, '0'), 6 * 1024 * 1024,
                             "a1"};
  EXPECT_EQ(refusal({RequestXml("1"), {large}}), "exchange.attachments_too_large");
}

TEST_F(Exchange, WithTheBusDownAllWaitsAndGoesOutByItself) {
  bus.Stop();
  std::vector<MessageId> requests;
  for (int i = 0; i < 20; ++i) requests.push_back(Ask("0101-26-00000" + std::to_string(i)));
  Work();
  EXPECT_EQ(Told("exchange.delivery_delayed").size(), 20u);
  EXPECT_EQ(Get(requests[0]).state, "waiting");
  EXPECT_EQ(Get(requests[0]).error_code, "exchange.bus_unreachable");

  bus.Start();
  clock.Advance(3s);  // the circuit lets one call probe; what waits for later attempts goes with it
  Work();
  for (const auto& request : requests) EXPECT_EQ(Get(request).state, "sent");
  EXPECT_EQ(Told("exchange.request_sent").size(), 20u);
  EXPECT_EQ(Told("exchange.request_received").size(), 20u);
  EXPECT_TRUE(Told("exchange.delivery_failed").empty());
}

TEST_F(Exchange, AnOutageOfDaysBringsNothingNearerToAPersonsDecision) {
  bus.Stop();
  auto request = Ask("0101-26-000001");
  for (int hours = 0; hours < 24 * 7; hours += 6) {
    Work();
    clock.Advance(6h);
  }
  EXPECT_EQ(Get(request).state, "waiting");
  EXPECT_TRUE(Told("exchange.delivery_failed").empty());
  bus.Start();
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
}

TEST_F(Exchange, WhenTheBusRefusesPastTheTermAPersonDecidesAndMayRetry) {
  control::OrderFailure(base(), "smev_failure");
  auto request = Ask("0101-26-000001");
  Work();
  for (int hours = 0; hours <= 72; hours += 6) {
    clock.Advance(6h);
    Work();
  }
  EXPECT_EQ(Get(request).state, "failed");
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "smev.failure");

  control::OrderFailure(base(), "none");
  db.Transact(db::Scope::System(),
              [&](db::Tx& tx) { ASSERT_TRUE(exchange::Retry(tx, request, clock.Now())); });
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
}

TEST_F(Exchange, AConnectionBrokenAfterAcceptanceDoublesNothing) {
  control::OrderFailure(base(), "reset_after_accept", 1);
  auto request = Ask("0101-26-000001");
  Work();
  clock.Advance(1min);
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_EQ(control::FetchState(base()).at("messages").size(), 1u);
}

TEST_F(Exchange, AFailureOfTheBusIsRepeatedUnderTheSameId) {
  control::OrderFailure(base(), "smev_failure");
  auto request = Ask("0101-26-000001");
  runner.RunDue();
  auto id = Get(request).smev_id;
  EXPECT_EQ(Get(request).error_code, "smev.failure");
  control::OrderFailure(base(), "none");
  clock.Advance(10s);
  Work();
  EXPECT_EQ(Get(request).smev_id, id);
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
}

TEST_F(Exchange, AStaleIdIsReplacedAndTheAnswerStillFindsItsRequest) {
  bus_clock.Advance(25h);
  auto request = Ask("0101-26-000001");
  runner.RunDue();
  EXPECT_EQ(Get(request).error_code, "smev.stale_message_id");
  bus_clock.Set(system_clock.Now());
  clock.Advance(10s);
  Work();
  EXPECT_EQ(IdsUsed(request), 2);
  Answer(MessageOf(ToldOnce("exchange.request_received")));
  Work();
  EXPECT_EQ(Get(MessageOf(ToldOnce("exchange.response_received"))).request, request);
}

TEST_F(Exchange, AMessageDeliveredTwiceIsOneMessage) {
  control::OrderFailure(base(), "duplicate");
  Ask("0101-26-000001");
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  auto state = control::FetchState(base());
  EXPECT_EQ(state.at("messages").at(0).at("handed_out"), 2);
  EXPECT_EQ(state.at("messages").at(0).at("state"), "delivered");
}

TEST_F(Exchange, WhatTheBusSignedWrongOnceIsTakenWhenItComesWhole) {
  Ask("0101-26-000001");
  runner.RunDue();
  control::OrderFailure(base(), "broken_signature", 1);
  Work();
  EXPECT_TRUE(Told("exchange.request_received").empty());
  EXPECT_EQ(FailedOnes(), (std::vector<std::string>{"signature.value_wrong"}));
  bus_clock.Advance(16min);  // not acknowledged, it comes again
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_TRUE(FailedOnes().empty()) << "what came first needs nobody's decision";
}

TEST_F(Exchange, WhatTheBusSignsWrongTwiceIsThrownAwayButKept) {
  Ask("0101-26-000001");
  runner.RunDue();
  control::OrderFailure(base(), "broken_signature", 2);
  Work();
  bus_clock.Advance(16min);
  Work();
  EXPECT_TRUE(Told("exchange.request_received").empty());
  EXPECT_EQ(control::FetchState(base()).at("messages").at(0).at("state"), "dropped");
  EXPECT_EQ(FailedOnes(), (std::vector<std::string>{"signature.value_wrong"}));
}

TEST_F(Exchange, ABusWithAnotherCertificateIsNotBelievedAndLosesNothing) {
  auto stranger = ConnectionOf(agency);
  auto now = system_clock.Now();
  stranger.bus_certificate_pem = MakeKeys("Чужая шина", now - 1h, now + 1h).certificate_pem;
  Connect(stranger);
  Ask("0101-26-000001");
  for (int i = 0; i < 4; ++i) {
    Work();
    bus_clock.Advance(16min);
  }
  EXPECT_TRUE(Told("exchange.request_received").empty());
  EXPECT_EQ(FailedOnes(), (std::vector<std::string>{"signature.wrong_certificate"}));
  Connect(ConnectionOf(agency));  // the bus's new certificate is put in
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_TRUE(FailedOnes().empty());
}

TEST_F(Exchange, ASenderOfAnUnknownAuthorityWaitsForADecision) {
  auto strict = ConnectionOf(agency);
  strict.trusted_roots_pem = "";
  Connect(strict);
  Ask("0101-26-000001");
  Work();
  EXPECT_TRUE(Told("exchange.request_received").empty());
  EXPECT_EQ(FailedOnes(), (std::vector<std::string>{"certificate.untrusted"}));
  EXPECT_TRUE(Told("exchange.response_received").empty()) << "our roots may be what is wrong";
}

TEST_F(Exchange, AnOrganizationTheBusDoesNotKnowFailsAtOnce) {
  auto now = system_clock.Now();
  auto keys = MakeKeys("Незнакомец", now - 1h, now + 1h);
  auto connection = ConnectionOf(center);
  connection.key_path = WriteFile("stranger.key", keys.key_pem);
  connection.certificate_path = WriteFile("stranger.pem", keys.certificate_pem);
  Connect(connection);
  Ask("0101-26-000001");
  Work();
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "smev.sender_is_not_registered");
}

TEST_F(Exchange, AnExpiredCertificateFailsAtOnce) {
  auto now = system_clock.Now();
  center.keys = MakeKeys("ИС center", now - 48h, now - 24h);
  control::RegisterParticipant(base(), center.mnemonic, "МФЦ", center.keys.certificate_pem);
  Connect(ConnectionOf(center));
  Ask("0101-26-000001");
  Work();
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "smev.signature_verification_fault");
}

TEST_F(Exchange, WhatTheBusRefusesAfterAcceptanceFailsTheDelivery) {
  auto xml = RequestXml("0101-26-000001");
  xml.replace(xml.find("2026-12-01"), 10, "tomorrow");
  auto request =
      db.Transact(db::Scope::System(), [&](db::Tx& tx) {
          return exchange::QueueRequest(tx, center.organization.id, {"application", Uuid::NewV7()},
                                        {xml, {}}, clock.Now());
        }).value();
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "smev.invalid_content");
  EXPECT_EQ(Get(request).state, "failed");
  EXPECT_THAT(Get(request).error, HasSubstr("PlannedDate"));
  EXPECT_TRUE(Told("exchange.request_received").empty());
}

// Both channels of the bus may tell the same, and late.
TEST_F(Exchange, LateNewsOfAnIdThatWasReplacedChangesNothing) {
  auto xml = RequestXml("0101-26-000001");
  xml.replace(xml.find("2026-12-01"), 10, "tomorrow");
  auto request =
      db.Transact(db::Scope::System(), [&](db::Tx& tx) {
          return exchange::QueueRequest(tx, center.organization.id, {"application", Uuid::NewV7()},
                                        {xml, {}}, clock.Now());
        }).value();
  Work();
  EXPECT_EQ(Get(request).state, "failed");
  control::OrderFailure(base(), "smev_failure");
  db.Transact(db::Scope::System(),
              [&](db::Tx& tx) { ASSERT_TRUE(exchange::Retry(tx, request, clock.Now())); });
  Work();
  ASSERT_EQ(Get(request).state, "waiting");
  control::OrderFailure(base(), "none");
  db::Pool bus_db({.dsn = bus_database.dsn(), .size = 1});
  bus_db.Transact(db::Scope::System(), [&](db::Tx& tx) { tx.Run(kTellAgain); });
  worker->PollNow();
  runner.RunDue();
  EXPECT_EQ(Get(request).state, "waiting") << "nothing was sent under the new id";
  EXPECT_EQ(Told("exchange.delivery_failed").size(), 1u);
}

TEST_F(Exchange, AnEqualRequestOfAChainThatWasAnsweredIsANewOne) {
  auto first = Ask("0101-26-000001");
  Work();
  Answer(MessageOf(ToldOnce("exchange.request_received")));
  Work();
  db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    exchange::Content content{.content_xml = Get(first).content_xml,
                              .reference_message_id = Get(first).smev_id};
    ASSERT_TRUE(exchange::QueueRequest(tx, center.organization.id, {"application", Uuid::NewV7()},
                                       content, clock.Now()));
  });
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 2u);
}

TEST_F(Exchange, AnAnswerRefusedAfterAcceptanceIsLearntFromTheStatusQueue) {
  Ask("0101-26-000001");
  Work();
  auto received = MessageOf(ToldOnce("exchange.request_received"));
  auto xml = ResponseXml();
  xml.replace(xml.find("positive"), 8, "perhaps");
  auto answer = db.Transact(db::Scope::System(), [&](db::Tx& tx) {
                    return exchange::QueueResponse(tx, received, {xml, {}}, clock.Now());
                  }).value();
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.delivery_failed")), answer);
  EXPECT_EQ(Get(answer).error_code, "smev.invalid_content");
  EXPECT_TRUE(Told("exchange.response_received").empty());
}

TEST_F(Exchange, ARequestForNobodyIsRefusedAtOnce) {
  db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    ASSERT_TRUE(exchange::QueueRequest(tx, center.organization.id, {"application", Uuid::NewV7()},
                                       {RequestXml("1", "nobody"), {}}, clock.Now()));
  });
  Work();
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "smev.recipient_is_not_found");
}

TEST_F(Exchange, AFileTheStoreHasLostFailsTheDelivery) {
  auto request = Ask("0101-26-000001", {kPdf + "scan"});
  std::filesystem::remove(files->PathOf(Get(request).attachments[0].sha256_hex));
  Work();
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "file.missing");
}

TEST_F(Exchange, AProcessKilledBetweenSendingAndCommitDoublesNothing) {
  auto request = Ask("0101-26-000001");
  // What the first process had done when it died: the message is with the bus, and nothing of that
  // is written down.
  runner.RunDue();
  ForgetSending(request);
  Work();
  EXPECT_EQ(control::FetchState(base()).at("messages").size(), 1u);
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_EQ(Get(request).state, "sent");
}

TEST_F(Exchange, AnAnswerThatOvertakesTheReceiptProvesThatTheRequestArrived) {
  auto request = Ask("0101-26-000001");
  runner.RunDue();
  ForgetSending(request);
  told.clear();
  worker->PollNow();
  runner.RunDue();
  Answer(MessageOf(ToldOnce("exchange.request_received")));
  Work();
  EXPECT_EQ(Told("exchange.request_sent").size(), 1u);
  EXPECT_EQ(Told("exchange.response_received").size(), 1u);
  EXPECT_EQ(Get(request).state, "delivered");
}

}  // namespace
}  // namespace okno::testbed::testing

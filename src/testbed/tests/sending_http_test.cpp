// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "world.h"

// Guaranteed delivery: what we send reaches the bus once, or a person decides.
namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using exchange::MessageId;

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

class Sending : public World {
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
};

TEST_F(Sending, WithTheBusDownAllWaitsAndGoesOutByItself) {
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

TEST_F(Sending, AnOutageOfDaysBringsNothingNearerToAPersonsDecision) {
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

TEST_F(Sending, WhenTheBusRefusesPastTheTermAPersonDecidesAndMayRetry) {
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

TEST_F(Sending, AConnectionBrokenAfterAcceptanceDoublesNothing) {
  control::OrderFailure(base(), "reset_after_accept", 1);
  auto request = Ask("0101-26-000001");
  Work();
  clock.Advance(1min);
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_EQ(control::FetchState(base()).at("messages").size(), 1u);
}

TEST_F(Sending, AFailureOfTheBusIsRepeatedUnderTheSameId) {
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

TEST_F(Sending, AStaleIdIsReplacedAndTheAnswerStillFindsItsRequest) {
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

TEST_F(Sending, AnOrganizationTheBusDoesNotKnowFailsAtOnce) {
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

TEST_F(Sending, AnExpiredCertificateFailsAtOnce) {
  auto now = system_clock.Now();
  center.keys = MakeKeys("ИС center", now - 48h, now - 24h);
  control::RegisterParticipant(base(), center.mnemonic, "МФЦ", center.keys.certificate_pem,
                               control::Replace::kYes);
  Connect(ConnectionOf(center));
  Ask("0101-26-000001");
  Work();
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "smev.signature_verification_fault");
}

TEST_F(Sending, ARequestForNobodyIsRefusedAtOnce) {
  ASSERT_TRUE(Queue({RequestXml("1", "nobody"), {}}));
  Work();
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "smev.recipient_is_not_found");
}

TEST_F(Sending, AFileTheStoreHasLostFailsTheDelivery) {
  auto request = Ask("0101-26-000001", {kPdf + "scan"});
  std::filesystem::remove(files->PathOf(Get(request).attachments[0].sha256_hex));
  Work();
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "file.missing");
}

TEST_F(Sending, AProcessKilledBetweenSendingAndCommitDoublesNothing) {
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

TEST_F(Sending, AnAnswerThatOvertakesTheReceiptProvesThatTheRequestArrived) {
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

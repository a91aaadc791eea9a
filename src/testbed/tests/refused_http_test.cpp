// SPDX-License-Identifier: Apache-2.0
#include "world.h"

// What the bus takes and refuses afterwards, when it has looked at the content.
namespace okno::testbed::testing {
namespace {

using exchange::MessageId;
using ::testing::HasSubstr;

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

class Refused : public World {
 protected:
  // The schema wants a date there.
  MessageId AskWithAWrongDate() {
    auto xml = RequestXml("0101-26-000001");
    xml.replace(xml.find("2026-12-01"), 10, "tomorrow");
    return Queue({xml, {}}).value();
  }
};

TEST_F(Refused, WhatTheBusRefusesAfterAcceptanceFailsTheDelivery) {
  auto request = AskWithAWrongDate();
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
  EXPECT_EQ(ToldOnce("exchange.delivery_failed").at("code"), "smev.invalid_content");
  EXPECT_EQ(Get(request).state, "failed");
  EXPECT_THAT(Get(request).error, HasSubstr("PlannedDate"));
  EXPECT_TRUE(Told("exchange.request_received").empty());
}

// Both channels of the bus may tell the same, and late.
TEST_F(Refused, LateNewsOfAnIdThatWasReplacedChangesNothing) {
  auto request = AskWithAWrongDate();
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

TEST_F(Refused, AnAnswerRefusedAfterAcceptanceIsLearntFromTheStatusQueue) {
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

}  // namespace
}  // namespace okno::testbed::testing

// SPDX-License-Identifier: Apache-2.0
#include "smev_routes.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

const db::Query kFailedMessages{
    "test.failed",
    "SELECT id FROM exchange.messages WHERE NOT outgoing AND state = 'failed' ORDER BY id"};
const db::Query kSpoilFailed{"test.spoil",
                             "UPDATE exchange.messages SET error_code = 'signature.value_wrong' "
                             "WHERE id = $1"};

// Messages that wait for a person, and what becomes of those who wait for an answer.
class Parked : public SmevRoutes {
 protected:
  std::vector<exchange::MessageId> Failed() {
    return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      std::vector<exchange::MessageId> ids;
      for (const db::Row row : tx.Run(kFailedMessages))
        ids.push_back(row["id"].As<exchange::MessageId>());
      return ids;
    });
  }
  Result<http::Response> Decide(const exchange::MessageId& id, const std::string& action) {
    return Send("POST", "/api/v1/smev-messages/" + id.ToString() + "/resolutions",
                Person(agency, Sees::kAll), {.body = {{"action", action}, {"reason", "решено"}}});
  }
  std::string ErrorOf(const exchange::MessageId& id) {
    return Get(id).error_code + " " + Get(id).error;
  }
  exchange::MessageId RequestOfAStranger() {
    auto strict = ConnectionOf(agency);
    strict.trusted_roots_pem = "";
    Connect(strict);
    auto request = Ask("0101-26-000001", {kPdf + "scan"});
    Work();
    return request;
  }
};

TEST_F(Parked, ARequestThatIsTakenAfterAllIsNotRefusedToo) {
  RequestOfAStranger();
  Connect(ConnectionOf(agency));
  ASSERT_TRUE(Decide(Failed().at(0), "process"));
  Work();
  Answer(MessageOf(ToldOnce("exchange.request_received")));
  Work();
  EXPECT_EQ(Get(MessageOf(ToldOnce("exchange.response_received"))).operation, "response");
}

TEST_F(Parked, WhoseRequestIsPutAsideIsTold) {
  auto request = RequestOfAStranger();
  ASSERT_TRUE(Decide(Failed().at(0), "drop"));
  Work();
  auto result = Get(MessageOf(ToldOnce("exchange.response_received")));
  EXPECT_EQ(result.operation, "reject");
  EXPECT_EQ(result.request, request);
  EXPECT_THAT(result.rejection->description, HasSubstr("Сертификат выдан не доверенным"));
}

// Two participants that share a certificate share a queue: the bus's signed word says whose it is.
class AnothersMessage : public Parked, public ::testing::WithParamInterface<std::string> {};

TEST_P(AnothersMessage, IsKeptButNeitherTakenNorAnswered) {
  auto request = Ask("0101-26-000001", {kPdf + "scan"});
  runner.RunDue();
  auto other = ConnectionOf(agency, GetParam());
  other.mnemonic = "MSZ002";
  Connect(other);
  Work();
  EXPECT_TRUE(Told("exchange.request_received").empty());
  ASSERT_EQ(Failed().size(), 1u);
  EXPECT_EQ(ErrorOf(Failed()[0]), "exchange.foreign_recipient MSZ001");
  EXPECT_EQ(Decide(Failed()[0], "process").refusal().code, "exchange.foreign_recipient");
  ASSERT_TRUE(Decide(Failed()[0], "drop"));
  Work();
  EXPECT_TRUE(Told("exchange.response_received").empty()) << "it is another's to answer";
  EXPECT_EQ(Get(request).state, "sent");
}

INSTANTIATE_TEST_SUITE_P(Versions, AnothersMessage, ::testing::Values("1.1", "1.2", "1.3"));

// A file that does not fit its signature is the sender's matter: it is told at once.
TEST_F(Parked, WhatItsSenderWasToldOfIsNotTakenAnyMore) {
  control::Order(base(), "PATCH", "settings", {{"check_content", false}});
  RequestOfAStranger();
  auto failed = Failed().at(0);
  // As if the cause had lain with the sender and the refusal had gone out.
  db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    tx.Run(kSpoilFailed, failed);
    ASSERT_TRUE(exchange::QueueRejection(tx, failed, {"FAILURE", "не принято"}, clock.Now()));
  });
  Work();
  EXPECT_EQ(Told("exchange.response_received").size(), 1u);
  Connect(ConnectionOf(agency));
  EXPECT_EQ(Decide(failed, "process").refusal().code, "exchange.answered_already");
  EXPECT_TRUE(Told("exchange.request_received").empty());
}

TEST_F(Parked, ARefusalThatHasNotLeftIsWithdrawn) {
  RequestOfAStranger();
  auto failed = Failed().at(0);
  bus.Stop();
  db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    ASSERT_TRUE(exchange::QueueRejection(tx, failed, {"FAILURE", "не принято"}, clock.Now()));
  });
  Connect(ConnectionOf(agency));
  ASSERT_TRUE(Decide(failed, "process"));
  bus.Start();
  clock.Advance(5min);
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_TRUE(Told("exchange.response_received").empty());
}

}  // namespace
}  // namespace okno::testbed::testing

// SPDX-License-Identifier: Apache-2.0
#include "world.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;

const db::Query kLastError{"test.last_error",
                           "SELECT last_error FROM exchange.connections WHERE mnemonic = $1"};
const db::Query kFailed{"test.failed_rows",
                        "SELECT error_code, octet_length(e.xml) AS bytes FROM exchange.messages m "
                        "JOIN exchange.envelopes e ON e.message_id = m.id AND NOT e.outgoing "
                        "WHERE NOT m.outgoing AND m.state = 'failed' ORDER BY m.id"};

class Polling : public World {
 protected:
  std::string LastErrorOf(const Member& member) {
    return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      return tx.Run(kLastError, member.mnemonic).front()["last_error"].Text();
    });
  }
};

// One queue that always has something must not make the others be asked all the time.
TEST_F(Polling, TheGuardAgainstFloodsIsNeverSetOff) {
  control::Order(base(), "PATCH", "settings", {{"anti_flood", true}});
  auto with_node = ConnectionOf(center);
  with_node.node_id = "node-1";
  Connect(with_node);
  std::size_t requests = 0;
  for (int second = 0; second < 900; ++second) {
    if (second % 20 == 0) {
      Ask("0101-26-" + std::to_string(100'000 + second));
      ++requests;
    }
    runner.RunDue();
    worker->PollDue();
    runner.RunDue();
    clock.Advance(1s);
    bus_clock.Advance(1s);
  }
  EXPECT_EQ(LastErrorOf(center), "");
  EXPECT_EQ(LastErrorOf(agency), "");
  clock.Advance(2min);
  bus_clock.Advance(2min);
  worker->PollDue();
  runner.RunDue();
  EXPECT_EQ(Told("exchange.request_received").size(), requests);
}

TEST_F(Polling, AnswersToRequestsOfAFormerNodeAreFetched) {
  auto former = ConnectionOf(center), later = former;
  former.node_id = "node-1";
  later.node_id = "node-2";
  Connect(former);
  auto request = Ask("0101-26-000001");
  Work();
  Connect(later);
  Answer(MessageOf(ToldOnce("exchange.request_received")));
  Work();
  EXPECT_EQ(Get(MessageOf(ToldOnce("exchange.response_received"))).request, request);
}

TEST_F(Polling, WhatCanNotBeReadIsSeenOnceADay) {
  Ask("0101-26-000001");
  runner.RunDue();
  control::OrderFailure(base(), "truncated_multipart", 3);
  for (int i = 0; i < 2; ++i) {
    worker->PollNow();
    bus_clock.Advance(16min);
  }
  auto rows = db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    std::vector<std::pair<std::string, long long>> found;
    for (const db::Row row : tx.Run(kFailed))
      found.emplace_back(row["error_code"].Text(), row["bytes"].As<long long>());
    return found;
  });
  ASSERT_FALSE(rows.empty());
  EXPECT_LE(rows.size(), 3u) << "one for each queue";
  EXPECT_EQ(rows[0].first, "exchange.answer_malformed");
  EXPECT_GT(rows[0].second, 0) << "the bytes are there to be looked at";
  Work();
  bus_clock.Advance(16min);
  Work();
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
}

}  // namespace
}  // namespace okno::testbed::testing

// SPDX-License-Identifier: Apache-2.0
#include "world.h"

namespace okno::testbed::testing {
namespace {

using namespace std::chrono_literals;

// A message whose outcome was unknown when a long outage began: its id is stale when the bus is
// back.
class Term : public World {
 protected:
  exchange::MessageId AskAndLoseTheReceipt() {
    control::OrderFailure(base(), "reset");
    auto request = Ask("0101-26-000001");
    runner.RunDue();
    control::OrderFailure(base(), "none");
    EXPECT_EQ(Get(request).state, "waiting");
    clock.Advance(80h);  // longer than the term of the delivery
    return request;
  }
  // The first attempt learns that the id is stale, the second goes out under a new one.
  void WorkTwice() {
    runner.RunDue();
    clock.Advance(10min);
    bus_clock.Set(system_clock.Now());
    Work();
  }
};

TEST_F(Term, AStaleIdDoesNotEndTheDeliveryAndTheRequestIsTakenOnce) {
  auto request = AskAndLoseTheReceipt();
  bus_clock.Advance(25h);
  WorkTwice();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
  EXPECT_EQ(Told("exchange.request_received").size(), 1u);
  EXPECT_TRUE(Told("exchange.delivery_failed").empty());
}

TEST_F(Term, ARepeatByHandBeginsTheTermAnew) {
  auto request = AskAndLoseTheReceipt();
  control::OrderFailure(base(), "smev_failure");
  runner.RunDue();
  ASSERT_EQ(Get(request).state, "failed") << "the bus has refused after the term";
  control::OrderFailure(base(), "none");
  control::OrderFailure(base(), "smev_failure", 1);
  db.Transact(db::Scope::System(),
              [&](db::Tx& tx) { ASSERT_TRUE(exchange::Retry(tx, request, clock.Now())); });
  runner.RunDue();
  EXPECT_EQ(Get(request).state, "waiting") << "refused once in its new term";
  clock.Advance(10min);
  Work();
  EXPECT_EQ(MessageOf(ToldOnce("exchange.request_sent")), request);
}

}  // namespace
}  // namespace okno::testbed::testing

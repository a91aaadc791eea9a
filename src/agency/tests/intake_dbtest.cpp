// SPDX-License-Identifier: Apache-2.0
#include "desk.h"

namespace okno::agency::testing {
namespace {

class Intake : public ::testing::Test {
 protected:
  std::vector<Registration> Open() { return ListOpen(desk_.services.context, desk_.As("manager")); }
  Registration Reload(const Registration& card) {
    const auto manager = desk_.As("manager");
    return desk_.db.Transact(manager.scope(),
                             [&](db::Tx& tx) { return Find(tx, manager, card.id).value(); });
  }
  Desk desk_;
};

TEST_F(Intake, ARequestBecomesACardOfTheRoutedUnitAndTheCentreIsTold) {
  const auto card = desk_.Register();
  EXPECT_EQ(card.unit_id, desk_.house.left.id);
  EXPECT_EQ(card.center_number, "0101-26-000001");
  EXPECT_EQ(FormatDate(card.planned_date), "2026-12-07");
  ASSERT_EQ(desk_.Answers().size(), 1u);
  EXPECT_EQ(desk_.Answers()[0].code, 10);
}

TEST_F(Intake, ARequestToldTwiceIsOneCard) {
  desk_.Tell("exchange.request_received", desk_.Receive({}));
  EXPECT_EQ(Open().size(), 1u);
  EXPECT_EQ(desk_.Answers().size(), 1u);
}

TEST_F(Intake, NumbersHaveNoGapsEvenAfterARequestThatCouldNotBeRead) {
  EXPECT_EQ(desk_.Register().number, "26-000001");
  desk_.Receive(
      {.content = "<a:Other xmlns:a=\"urn://x-artefacts-okno/center-application/1.0.0\"/>"});
  EXPECT_EQ(Open().size(), 1u);
  EXPECT_EQ(desk_.Answers().back().operation, "reject");
  EXPECT_EQ(desk_.Register({.number = "0101-26-000002"}).number, "26-000002");
}

TEST_F(Intake, TheFateOfAnAnswerIsShownAtItsCard) {
  const auto& context = desk_.services.context;
  const auto officer = desk_.As("officer");
  const auto card = desk_.Register();
  ASSERT_TRUE(Accept(context, officer, card.id, 1));
  const auto decided =
      Decide(context, officer, card.id, 2, {true, "Выплата назначена", {}, "decision-1"});
  ASSERT_TRUE(decided);
  desk_.Tell("exchange.delivery_failed", *decided->answer_id);
  EXPECT_EQ(Reload(card).answer_state, "failed");
  desk_.Tell("exchange.response_sent", *decided->answer_id);
  EXPECT_EQ(Reload(card).answer_state, "delivered");
}

}  // namespace
}  // namespace okno::agency::testing

// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/transitions.h"

#include <gtest/gtest.h>

namespace okno::agency::rules {
namespace {

const access::Actor kOfficer{access::UserId::New(), "Соколова Н. Д."};
const access::Actor kOther{access::UserId::New(), "Иванов П. П."};
const Instant kNow = *ParseInstant("2026-11-23T09:00:00Z");

Registration Card(Status status) {
  Registration card;
  card.id = RegistrationId::New();
  card.unit_id = access::UnitId::New();
  card.status = status;
  if (status != Status::kRegistered) {
    card.executor_id = kOfficer.user_id;
    card.executor_name = kOfficer.name;
  }
  return card;
}

struct Case {
  Status status;
  const char* accept;  // code of the refusal, "" when allowed
  const char* route;
  const char* decide;
};
class EachStatus : public ::testing::TestWithParam<Case> {};

std::string CodeOf(const Result<Registration>& result) {
  return result ? "" : result.refusal().code;
}

TEST_P(EachStatus, AllowsJustItsSteps) {
  const auto card = Card(GetParam().status);
  EXPECT_EQ(CodeOf(Accept(card, kOfficer)), GetParam().accept);
  EXPECT_EQ(CodeOf(Route(card, access::UnitId::New(), "Отдел")), GetParam().route);
  EXPECT_EQ(CodeOf(Decide(card, kOfficer, {true, "текст"}, kNow)), GetParam().decide);
}
INSTANTIATE_TEST_SUITE_P(Table, EachStatus,
                         ::testing::Values(Case{Status::kRegistered, "", "", "agency.wrong_status"},
                                           Case{Status::kInWork, "agency.wrong_status", "", ""},
                                           Case{Status::kDecided, "agency.wrong_status",
                                                "agency.wrong_status", "agency.wrong_status"}));

TEST(Transitions, AcceptingMakesTheOfficerTheExecutor) {
  const auto card = Accept(Card(Status::kRegistered), kOfficer);
  EXPECT_EQ(card->status, Status::kInWork);
  EXPECT_EQ(card->executor_id, kOfficer.user_id);
}

TEST(Transitions, OnlyTheExecutorDecides) {
  EXPECT_EQ(CodeOf(Decide(Card(Status::kInWork), kOther, {true, "текст"}, kNow)),
            "agency.not_executor");
}

TEST(Transitions, RoutingToAnotherUnitFreesTheCardAndToItsOwnIsRefused) {
  const auto card = Card(Status::kInWork);
  const auto moved = Route(card, access::UnitId::New(), "Отдел");
  EXPECT_EQ(moved->status, Status::kRegistered);
  EXPECT_FALSE(moved->executor_id);
  EXPECT_EQ(CodeOf(Route(card, card.unit_id, "Отдел")), "agency.same_unit");
}

TEST(Transitions, ADecisionKeepsItsOutcomeTextAndTime) {
  const auto card = Decide(Card(Status::kInWork), kOfficer, {false, "Нет права"}, kNow);
  EXPECT_EQ(card->outcome, "negative");
  EXPECT_EQ(card->decision_text, "Нет права");
  EXPECT_EQ(card->decided_at, kNow);
  EXPECT_EQ(card->decided_by, kOfficer.name);
}

TEST(Transitions, ActionsAreOfferedByRightAndSayWhyNot) {
  access::Principal officer;
  officer.user_id = *kOfficer.user_id;
  officer.rights = {"registrations.view", "registrations.decide"};
  const auto actions = ActionsFor(Card(Status::kRegistered), officer);
  ASSERT_EQ(actions.size(), 2u) << "routing is the manager's";
  EXPECT_FALSE(actions[0].why_not);
  EXPECT_EQ(actions[1].why_not->code, "agency.wrong_status");
}

}  // namespace
}  // namespace okno::agency::rules

// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/staff.h"
#include "applications/in_hand.h"
#include "applications/testing.h"
#include "logic/lists.h"

namespace okno::applications {
namespace {

using testing::Desk;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ListsTest : public ::testing::Test {
 protected:
  std::vector<std::string> Numbers(std::string_view login, const rules::ListQuery& query) {
    const auto page = ListApplications(desk_.services, desk_.As(login), query, "", 200);
    std::vector<std::string> numbers;
    for (const auto& row : page->rows) numbers.push_back(row.number);
    return numbers;
  }
  void SetPlanned(const Case& subject, const char* date) {
    constexpr db::Query kSet{
        "test.set_planned", "UPDATE applications.applications SET planned_date = $2 WHERE id = $1"};
    desk_.db.Transact(desk_.As("operator").scope(),
                      [&](db::Tx& tx) { tx.Run(kSet, subject.application.id, std::string(date)); });
  }
  Desk desk_;
};

TEST_F(ListsTest, UrgentCasesStandOnTopAndPagesFollowEachOther) {
  std::vector<Case> cases;
  for (int i = 0; i < 5; ++i) cases.push_back(desk_.Filed());
  SetPlanned(cases[3], "2026-11-20");
  SetPlanned(cases[4], "2026-11-25");
  const auto all = Numbers("operator", {});
  EXPECT_THAT(all, ElementsAre("0101-26-000004", "0101-26-000005", "0101-26-000001",
                               "0101-26-000002", "0101-26-000003"));
  std::vector<std::string> paged;
  std::string cursor;
  do {
    const auto page = ListApplications(desk_.services, desk_.As("operator"), {}, cursor, 2);
    for (const auto& row : page->rows) paged.push_back(row.number);
    cursor = page->next_cursor;
  } while (!cursor.empty());
  EXPECT_EQ(paged, all);
  EXPECT_THAT(Numbers("operator", {.overdue = true}), ElementsAre("0101-26-000004"));
  EXPECT_THAT(Numbers("operator", {.due_within = 2}),
              ElementsAre("0101-26-000004", "0101-26-000005"));
}

TEST_F(ListsTest, EveryListHoldsWhatItsNameSaysForItsReader) {
  desk_.Begin();
  const auto filed = desk_.Filed();
  const auto handed = desk_.InProcessing();
  const auto answered = desk_.Answered();
  const auto withdrawn = desk_.Filed();
  ASSERT_TRUE(Withdraw(desk_.services, desk_.As("operator"), withdrawn.application.id,
                       withdrawn.application.version, "x"));
  const auto number = [](const Case& subject) { return subject.application.number; };
  EXPECT_THAT(Numbers("operator", {.list = "drafts"}), ElementsAre(""));
  EXPECT_THAT(Numbers("auditor", {.list = "drafts"}), IsEmpty());
  EXPECT_THAT(Numbers("operator", {.list = "mine"}),
              ElementsAre(number(filed), number(handed), number(answered)));
  EXPECT_THAT(Numbers("processor", {.list = "processing"}), ElementsAre(number(handed)));
  EXPECT_THAT(Numbers("processor.second", {.list = "processing"}), IsEmpty());
  EXPECT_THAT(Numbers("operator.second", {.list = "to_issue"}), ElementsAre(number(answered)));
  EXPECT_THAT(Numbers("operator.second", {.list = "all"}), IsEmpty());
  EXPECT_THAT(Numbers("stranger", {.list = "to_issue"}), IsEmpty());
  EXPECT_THAT(Numbers("agent", {.list = "awaiting_notice"}), ElementsAre(number(answered)));
  EXPECT_THAT(Numbers("operator", {.list = "archive"}), ElementsAre(number(withdrawn)));

  const auto counts = CountLists(desk_.services, desk_.As("operator"));
  EXPECT_EQ(counts["drafts"], 1);
  EXPECT_EQ(counts["mine"], 3);
  EXPECT_EQ(counts["awaiting_notice"], 1);
  EXPECT_EQ(CountLists(desk_.services, desk_.As("operator.second"))["to_issue"], 1);
  EXPECT_EQ(CountLists(desk_.services, desk_.As("operator.second"))["mine"], 0);
}

// Who moved to another branch, or is not let in any more, leaves their work to the branch.
TEST_F(ListsTest, WhatSomebodyLeftIsInTheListsOfTheirColleagues) {
  const auto draft = desk_.Begin();
  const auto reworked = desk_.InProcessing();
  ASSERT_TRUE(ReturnForRework(desk_.services, desk_.As("processor"), reworked.application.id,
                              reworked.application.version, {.reason = "x"}));
  const auto assigned = desk_.InProcessing();
  const auto me = desk_.As("processor");
  ASSERT_TRUE(Assign(desk_.services, me, assigned.application.id, assigned.application.version,
                     me.user_id));
  const auto number = [](const Case& subject) { return subject.application.number; };
  const access::Context context{desk_.db, desk_.clock};
  const auto by = access::Actor::System("okno staff");
  const auto move = [&](const char* login, const char* role, const access::Branch& to) {
    ASSERT_TRUE(access::ChangePost(context, by, desk_.house.As(login).user_id,
                                   {.roles = {role}, .branch_id = to.id}));
  };
  const auto in_hand = [&](const char* login) {
    return desk_.db.Transact(me.scope(), [&](db::Tx& tx) {
      return CountInHand(tx, me.organization_id, desk_.house.As(login).user_id);
    });
  };
  EXPECT_EQ(in_hand("operator").drafts, 1);
  EXPECT_EQ(in_hand("operator").cases, 1);
  EXPECT_EQ(in_hand("processor").cases, 1);
  // Two colleagues come; what the others have in hand is not theirs yet.
  move("operator.second", "operator", desk_.house.first);
  move("processor.second", "processor", desk_.house.first);
  const auto operators = desk_.house.As("operator.second"),
             processors = desk_.house.As("processor.second");
  const auto numbers = [&](const access::Principal& principal, const char* list) {
    const auto page = ListApplications(desk_.services, principal, {.list = list}, "", 200).value();
    std::vector<std::string> found;
    for (const auto& row : page.rows)
      found.push_back(row.number.empty() ? row.id.ToString() : row.number);
    return found;
  };
  EXPECT_THAT(numbers(operators, "drafts"), IsEmpty());
  EXPECT_THAT(numbers(operators, "rework"), IsEmpty());
  EXPECT_THAT(numbers(processors, "processing"), IsEmpty());
  move("operator", "operator", desk_.house.second);
  ASSERT_TRUE(access::LockUser(context, by, me.user_id));
  EXPECT_THAT(numbers(operators, "drafts"), ElementsAre(draft.application.id.ToString()));
  EXPECT_THAT(numbers(operators, "rework"), ElementsAre(number(reworked)));
  EXPECT_THAT(numbers(processors, "processing"), ElementsAre(number(assigned)));
  const auto counts = CountLists(desk_.services, operators);
  EXPECT_EQ(counts["drafts"], 1);
  EXPECT_EQ(counts["rework"], 1);
  EXPECT_EQ(CountLists(desk_.services, processors)["processing"], 1);
  ASSERT_TRUE(access::UnlockUser(context, by, me.user_id));
  EXPECT_THAT(numbers(processors, "processing"), IsEmpty()) << "who left is back";
}

TEST_F(ListsTest, OneCaseIsFoundByNumberSerialAndName) {
  desk_.Filed();
  const auto withdrawn = desk_.Filed();
  ASSERT_TRUE(Withdraw(desk_.services, desk_.As("operator"), withdrawn.application.id,
                       withdrawn.application.version, "x"));
  EXPECT_THAT(Numbers("operator", {.typed = "0101-26-000002"}), ElementsAre("0101-26-000002"));
  EXPECT_THAT(Numbers("operator", {.typed = "000001"}), ElementsAre("0101-26-000001"));
  EXPECT_THAT(Numbers("operator", {.typed = "петров"}),
              ElementsAre("0101-26-000002", "0101-26-000001"));
  EXPECT_THAT(Numbers("operator", {.typed = "сидоров"}), IsEmpty());
  EXPECT_THAT(Numbers("operator", {.list = "archive", .typed = "петров"}),
              ElementsAre("0101-26-000002"));
}

TEST_F(ListsTest, ApplicationsOfAnApplicantAreThoseOfOwnTerritory) {
  const auto filed = desk_.Filed();
  const auto id = filed.applicant.id;
  ASSERT_TRUE(CreateDraft(desk_.services, desk_.As("operator.second"), id, "benefit",
                          Uuid::NewV7().ToString()));
  EXPECT_EQ(ListOfApplicant(desk_.services, desk_.As("operator"), id)->rows.size(), 1U);
  EXPECT_EQ(ListOfApplicant(desk_.services, desk_.As("auditor"), id)->rows.size(), 2U);
  EXPECT_EQ(ListOfApplicant(desk_.services, desk_.As("stranger"), id).refusal().code,
            "applicants.not_found");
}

}  // namespace
}  // namespace okno::applications

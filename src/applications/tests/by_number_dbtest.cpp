// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "applications/by_number.h"
#include "applications/testing.h"
#include "logic/lists.h"

// «Состояние заявления — по номеру в любом филиале»: what another branch learns of a case.
namespace okno::applications {
namespace {

using testing::Desk;

class ByNumber : public ::testing::Test {
 protected:
  Result<CaseState> StateFor(const std::string& login, const std::string& number) {
    return GetStateByNumber(desk_.services, desk_.As(login), number);
  }
  std::vector<std::string> IssuedFor(const std::string& login) {
    const auto page =
        ListApplications(desk_.services, desk_.As(login), {.list = "issued"}, "", 200);
    std::vector<std::string> numbers;
    for (const auto& row : page->rows) numbers.push_back(row.number);
    return numbers;
  }
  Desk desk_;
};

TEST_F(ByNumber, AnotherBranchLearnsTheStateAndNotTheCase) {
  const auto filed = desk_.Filed();
  const auto state = StateFor("operator.second", " " + filed.application.number + " ");
  ASSERT_TRUE(state) << state.refusal().code;
  EXPECT_EQ(state->status, Status::kIntake);
  EXPECT_EQ(state->service_name, filed.service->name);
  EXPECT_EQ(state->branch.name, filed.branch.name);
  EXPECT_EQ(state->planned_date, filed.application.planned_date);
  EXPECT_FALSE(state->may_be_issued_here);
  EXPECT_FALSE(state->may_be_opened);
  EXPECT_TRUE(StateFor("operator", filed.application.number)->may_be_opened);
}

TEST_F(ByNumber, AReadyResultMayBeIssuedHere) {
  const auto answered = desk_.Answered();
  const auto state = StateFor("operator.second", answered.application.number);
  ASSERT_TRUE(state);
  EXPECT_TRUE(state->may_be_issued_here);
  EXPECT_TRUE(state->may_be_opened);
  EXPECT_FALSE(StateFor("processor.second", answered.application.number)->may_be_issued_here);
}

TEST_F(ByNumber, OnlyTheExactNumberOfTheOwnCenterIsKnown) {
  const auto filed = desk_.Filed();
  desk_.Begin();
  const auto& number = filed.application.number;
  const std::pair<std::string, std::string> cases[] = {{"operator.second", "0101-26"},
                                                       {"operator.second", "000001"},
                                                       {"operator.second", ""},
                                                       {"operator.second", "0101-26-000099"},
                                                       {"stranger", number}};
  for (const auto& [login, typed] : cases) {
    const auto state = StateFor(login, typed);
    ASSERT_FALSE(state) << login << " " << typed;
    EXPECT_EQ(state.refusal().code, "applications.number_unknown");
  }
}

TEST_F(ByNumber, WhatABranchHasIssuedItGoesOnSeeing) {
  const auto answered = desk_.Answered();
  desk_.Filed();
  EXPECT_THAT(IssuedFor("operator.second"), ::testing::IsEmpty());
  static const db::Query kIssue{
      "test.issue",
      "WITH note AS (INSERT INTO applications.history SELECT gen_random_uuid(), id, "
      "organization_id, "
      "version, now(), NULL, '', 'status', status, 'closed', '', '', '' FROM "
      "applications.applications WHERE id = $1 RETURNING application_id) "
      "UPDATE applications.applications SET status = 'closed', issue_branch_id = $2 "
      "WHERE id = (SELECT application_id FROM note)"};
  desk_.db.Transact(desk_.As("operator").scope(), [&](db::Tx& tx) {
    tx.Run(kIssue, answered.application.id, *desk_.As("operator.second").branch_id);
  });
  const auto& number = answered.application.number;
  EXPECT_THAT(IssuedFor("operator.second"), ::testing::ElementsAre(number));
  EXPECT_THAT(IssuedFor("operator"), ::testing::IsEmpty());
  EXPECT_THAT(IssuedFor("auditor"), ::testing::ElementsAre(number));
  EXPECT_THAT(IssuedFor("processor.second"), ::testing::IsEmpty());
  EXPECT_EQ(*StateFor("operator.second", number)->issue_branch, "Филиал 0102");
  EXPECT_TRUE(Get(desk_.services, desk_.As("operator.second"), answered.application.id).ok());
}

TEST_F(ByNumber, TheCardOfAnApplicantSaysHowManyThereAreElsewhere) {
  const auto filed = desk_.Filed();
  const auto here = ListOfApplicant(desk_.services, desk_.As("operator"), filed.applicant.id);
  EXPECT_EQ(here->rows.size(), 1u);
  EXPECT_EQ(here->elsewhere, 0);
  const auto there =
      ListOfApplicant(desk_.services, desk_.As("operator.second"), filed.applicant.id);
  EXPECT_TRUE(there->rows.empty());
  EXPECT_EQ(there->elsewhere, 1);
  const auto auditor = ListOfApplicant(desk_.services, desk_.As("auditor"), filed.applicant.id);
  EXPECT_EQ(auditor->rows.size(), 1u);
  EXPECT_EQ(auditor->elsewhere, 0);
}

}  // namespace
}  // namespace okno::applications

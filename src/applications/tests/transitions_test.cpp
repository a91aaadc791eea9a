// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/transitions.h"

#include <gtest/gtest.h>

#include "logic/rules/territory.h"

namespace okno::applications::rules {
namespace {

using enum Status;

access::Principal With(std::initializer_list<const char*> rights) {
  access::Principal principal;
  for (const auto* right : rights) principal.rights.insert(right);
  return principal;
}

constexpr Status kAll[] = {kDraft,          kIntake,           kProcessing,   kRework,
                           kDeliveryQueued, kDeliveryOnDemand, kSent,         kSentByCourier,
                           kInAgency,       kAwaitingNotice,   kReadyToIssue, kClosed,
                           kRefusedIntake,  kWithdrawn,        kUnclaimed};

struct Road {
  Action action;
  const char* right;
  std::vector<Status> from;
  std::optional<Status> to;
};

TEST(Judge, LetsAnActionThroughInItsStatesOnly) {
  const Road roads[] = {
      {Action::kFile, "applications.file", {kDraft}, kIntake},
      {Action::kHandOver, "applications.file", {kIntake, kRework}, kProcessing},
      {Action::kRework, "applications.process", {kProcessing}, kRework},
      {Action::kSend, "applications.process", {kProcessing, kDeliveryOnDemand}, kDeliveryQueued},
      {Action::kConsult, "applications.file", {kDraft}, kClosed},
      {Action::kRefuse, "applications.file", {kDraft, kIntake}, kRefusedIntake},
      {Action::kWithdraw,
       "applications.file",
       {kIntake, kProcessing, kRework, kDeliveryOnDemand},
       kWithdrawn},
      {Action::kIssue, "applications.issue", {kAwaitingNotice, kReadyToIssue, kUnclaimed}, kClosed},
      {Action::kAssign,
       "applications.process",
       {kProcessing, kDeliveryQueued, kDeliveryOnDemand, kSent, kSentByCourier, kInAgency},
       {}},
      {Action::kEdit, "applications.file", {kDraft, kIntake, kRework}, {}},
      {Action::kEdit, "applications.process", {kProcessing}, {}},
      {Action::kUpload, "applications.issue", {kAwaitingNotice, kReadyToIssue, kUnclaimed}, {}},
      {Action::kDelete, "applications.file", {kDraft}, {}},
  };
  for (const auto& road : roads) {
    for (const auto status : kAll) {
      const bool due = std::ranges::find(road.from, status) != road.from.end();
      const auto judged = Judge(road.action, status, With({road.right}));
      EXPECT_EQ(judged.ok(), due) << Word(road.action) << " in " << applications::Word(status);
      if (judged) {
        EXPECT_EQ(judged->to, road.to);
      }
      if (!judged && !IsOpen(status)) {
        EXPECT_EQ(judged.refusal().code, "applications.already_closed");
      }
    }
  }
}

TEST(Judge, WantsTheRightBeforeItTellsOfTheState) {
  EXPECT_EQ(Judge(Action::kFile, kClosed, With({"applications.view"})).refusal().code,
            "access.no_right");
  EXPECT_EQ(Judge(Action::kEdit, kProcessing, With({"applications.file"})).refusal().code,
            "access.no_right");
  EXPECT_EQ(Judge(Action::kIssue, kSent, With({"applications.issue"})).refusal().code,
            "applications.no_result");
}

TEST(StatusWords, ReadBackAsThemselves) {
  for (const auto status : kAll) EXPECT_EQ(StatusFromWord(applications::Word(status)), status);
  EXPECT_EQ(applications::Word(kSentByCourier), "sent_by_courier");
  EXPECT_EQ(applications::Word(kUnclaimed), "unclaimed");
  EXPECT_EQ(StatusFromWord("lost"), std::nullopt);
}

TEST(After, MovesOnlyWhatIsStillOnTheWay) {
  const std::tuple<Happening, Status, std::optional<Status>> cases[] = {
      {Happening::kTakenByBus, kDeliveryQueued, kSent},
      {Happening::kTakenByBus, kDeliveryOnDemand, kSent},
      {Happening::kTakenByBus, kInAgency, std::nullopt},
      {Happening::kAgencyStatus, kDeliveryQueued, kInAgency},
      {Happening::kAgencyStatus, kAwaitingNotice, std::nullopt},
      {Happening::kAgencyAnswer, kSent, kAwaitingNotice},
      {Happening::kAgencyAnswer, kDeliveryOnDemand, kAwaitingNotice},
      {Happening::kAgencyAnswer, kWithdrawn, kAwaitingNotice},
      {Happening::kAgencyAnswer, kClosed, std::nullopt},
      {Happening::kDeliveryFailed, kSent, kDeliveryOnDemand},
      {Happening::kRejectedByAgency, kInAgency, kDeliveryOnDemand},
      {Happening::kSentByCourier, kProcessing, kSentByCourier},
      {Happening::kSentByCourier, kDeliveryOnDemand, std::nullopt},
      {Happening::kTakenOnPaper, kSentByCourier, kInAgency},
      {Happening::kTakenOnPaper, kAwaitingNotice, std::nullopt},
      {Happening::kNotTaken, kSentByCourier, kProcessing},
      {Happening::kNotTaken, kInAgency, kProcessing},
      {Happening::kNotTaken, kAwaitingNotice, std::nullopt},
      {Happening::kPaperResult, kSentByCourier, kAwaitingNotice},
      {Happening::kPaperResult, kInAgency, kAwaitingNotice},
      {Happening::kPaperResult, kProcessing, std::nullopt},
      {Happening::kAgencyAnswer, kSentByCourier, std::nullopt},
      {Happening::kReached, kAwaitingNotice, kReadyToIssue},
      {Happening::kReached, kClosed, std::nullopt},
      {Happening::kReworkExpired, kRework, kUnclaimed},
      {Happening::kReworkExpired, kProcessing, std::nullopt},
  };
  for (const auto& [happening, from, to] : cases) EXPECT_EQ(After(happening, from), to);
}

TEST(MaySee, KeepsCasesInTheirTerritory) {
  const auto center = access::OrganizationId::New();
  const auto own = access::BranchId::New();
  Application application;
  application.organization_id = center;
  application.branch_id = own;
  application.status = kProcessing;
  auto here = With({"applications.view", "applications.issue"});
  here.organization_id = center;
  here.branch_id = own;
  auto elsewhere = here;
  elsewhere.branch_id = access::BranchId::New();
  auto nowhere = here;
  nowhere.branch_id.reset();
  auto auditor = nowhere;
  auditor.whole_organization = true;
  auto foreign_auditor = auditor;
  foreign_auditor.organization_id = access::OrganizationId::New();

  EXPECT_TRUE(MaySee(here, application));
  EXPECT_FALSE(MaySee(elsewhere, application));
  EXPECT_FALSE(MaySee(nowhere, application));
  EXPECT_TRUE(MaySee(auditor, application));
  EXPECT_FALSE(MaySee(foreign_auditor, application));
  application.status = kReadyToIssue;
  application.result_papers = {{"Справка", 1}};
  EXPECT_TRUE(MaySee(here, application));
  EXPECT_TRUE(MaySee(auditor, application));
  EXPECT_FALSE(MaySee(elsewhere, application)) << "it is issued where the paper lies";
  application.result_papers.clear();
  EXPECT_TRUE(MaySee(elsewhere, application));
  EXPECT_FALSE(MaySee(nowhere, application));
  application.status = kClosed;
  EXPECT_FALSE(MaySee(elsewhere, application));
  application.issue_branch_id = elsewhere.branch_id;
  EXPECT_TRUE(MaySee(elsewhere, application));
  EXPECT_TRUE(HasResultAtHand(auditor, application)) << "files are everywhere";
  application.result_papers = {{"Справка", 1}};
  EXPECT_TRUE(HasResultAtHand(here, application));
  EXPECT_FALSE(HasResultAtHand(elsewhere, application));
  EXPECT_FALSE(HasResultAtHand(auditor, application));
}

}  // namespace
}  // namespace okno::applications::rules

// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "logic/rules/packing.h"
#include "logic/rules/transitions.h"

namespace okno::packages {
namespace {

using applications::Status;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string CodeOf(const Outcome& outcome) { return outcome ? "" : outcome.refusal().code; }

TEST(PackageRules, SayWhatMayBeDoneInWhichState) {
  using enum Action;
  struct Case {
    Direction direction;
    State state;
    int cases;
    std::vector<Action> actions;
  };
  const auto to = Direction::kToAgency, from = Direction::kFromAgency;
  const Case table[] = {
      {to, State::kDraft, 0, {kEdit, kDissolve}},
      {to, State::kDraft, 2, {kEdit, kMakeReady, kDissolve}},
      {to, State::kReady, 2, {kReopen, kDissolve, kPrint}},
      {to, State::kSent, 2, {kDeliver, kReturn, kPrint}},
      {to, State::kDelivered, 2, {kCorrect, kPrint}},
      {to, State::kLost, 2, {kCorrect, kPrint}},
      {to, State::kDissolved, 2, {}},
      {from, State::kDraft, 0, {kEdit, kDissolve}},
      {from, State::kDraft, 2, {kEdit, kDissolve, kComplete, kPrint}},
      {from, State::kDone, 2, {kPrint}},
  };
  for (const auto& [direction, state, cases, actions] : table) {
    const Package package{.direction = direction, .state = state, .cases = cases};
    EXPECT_EQ(rules::ActionsFor(package), actions) << Word(direction) << " " << Word(state);
  }
}

TEST(PackageRules, SayWhyNot) {
  struct Case {
    Action action;
    Package package;
    const char* code;
  };
  const auto from = Direction::kFromAgency;
  const Case table[] = {
      {Action::kMakeReady, {.state = State::kDraft}, "packages.empty"},
      {Action::kMakeReady, {.direction = from, .cases = 1}, "packages.not_to_agency"},
      {Action::kComplete, {.cases = 1}, "packages.not_from_agency"},
      {Action::kEdit, {.state = State::kReady}, "packages.not_a_draft"},
      {Action::kReopen, {.state = State::kSent}, "packages.not_ready"},
      {Action::kDissolve, {.state = State::kSent}, "packages.on_its_way_or_over"},
      {Action::kDeliver, {.state = State::kReady}, "packages.not_sent"},
      {Action::kReturn, {.state = State::kDelivered}, "packages.not_sent"},
      {Action::kCorrect, {.state = State::kSent}, "packages.not_delivered"},
      {Action::kPrint, {.state = State::kDissolved, .cases = 1}, "packages.dissolved"},
      {Action::kPrint, {}, "packages.empty"},
      {Action::kPrint, {.cases = 1}, "packages.not_ready_to_print"},
  };
  for (const auto& [action, package, code] : table)
    EXPECT_EQ(CodeOf(rules::Judge(action, package)), code) << Word(action);
}

TEST(CourierRunRules, SayWhatMayBeDoneAndWhyNot) {
  using enum RunAction;
  const auto run = [](RunState state, int packages) {
    return CourierRun{.state = state, .packages = packages};
  };
  EXPECT_THAT(rules::ActionsFor(run(RunState::kDraft, 1)),
              ElementsAre(kEdit, kDispatch, kCancel, kPrint));
  EXPECT_THAT(rules::ActionsFor(run(RunState::kDraft, 0)), ElementsAre(kEdit, kCancel));
  EXPECT_THAT(rules::ActionsFor(run(RunState::kSent, 1)), ElementsAre(kPrint));
  EXPECT_THAT(rules::ActionsFor(run(RunState::kCancelled, 0)), IsEmpty());
  EXPECT_EQ(CodeOf(rules::Judge(kDispatch, run(RunState::kDraft, 0))), "packages.run_empty");
  EXPECT_EQ(CodeOf(rules::Judge(kEdit, run(RunState::kClosed, 1))), "packages.run_sent");
  EXPECT_EQ(CodeOf(rules::Judge(kEdit, run(RunState::kCancelled, 0))), "packages.run_cancelled");
}

TEST(PackageRules, NumberHasAtLeastFourDigits) {
  EXPECT_EQ(rules::MakeNumber("0101", "П", 2026, 4), "0101-П-26-0004");
  EXPECT_EQ(rules::MakeNumber("0101", "К", 2009, 12345), "0101-К-09-12345");
}

TEST(PackageRules, TellWhatACaseOfEachStatusLacks) {
  struct Case {
    Status status;
    const char *to_agency, *from_agency;
  };
  const Case table[] = {
      {Status::kProcessing, "", "packages.case_not_sent"},
      {Status::kIntake, "packages.case_not_in_processing", "packages.case_not_sent"},
      {Status::kRework, "packages.case_in_rework", "packages.case_in_rework"},
      {Status::kWithdrawn, "packages.case_withdrawn", "packages.case_withdrawn"},
      {Status::kSentByCourier, "packages.case_sent_already", ""},
      {Status::kInAgency, "packages.case_sent_already", ""},
      {Status::kAwaitingNotice, "packages.case_answered", "packages.case_answered"},
      {Status::kClosed, "packages.case_closed", "packages.case_closed"},
  };
  for (const auto& [status, to_agency, from_agency] : table) {
    EXPECT_EQ(rules::ProblemOf(Direction::kToAgency, status), to_agency) << Word(status);
    EXPECT_EQ(rules::ProblemOf(Direction::kFromAgency, status), from_agency) << Word(status);
  }
}

TEST(PackageRules, TakeCasesOfTheirBranchAgencyAndService) {
  const Package package{.branch_id = access::BranchId::New(), .agency_code = "mvd"};
  const catalog::Service passport{.code = "passport", .agency_code = "mvd", .electronic = false};
  applications::PaperCase subject{.branch_id = package.branch_id};
  EXPECT_EQ(rules::WhyNotTaken(package, subject, &passport), "");
  auto other_service = package;
  other_service.service_code = "foreign-passport";
  EXPECT_EQ(rules::WhyNotTaken(other_service, subject, &passport),
            "packages.case_of_other_service");
  auto other_agency = package;
  other_agency.agency_code = "fns";
  EXPECT_EQ(rules::WhyNotTaken(other_agency, subject, &passport), "packages.case_of_other_agency");
  auto electronic = passport;
  electronic.electronic = true;
  EXPECT_EQ(rules::WhyNotTaken(package, subject, &electronic), "packages.case_electronic");
  EXPECT_EQ(rules::WhyNotTaken(package, subject, nullptr), "packages.case_of_other_service");
  subject.status = Status::kWithdrawn;
  EXPECT_EQ(rules::WhyNotTaken(package, subject, &passport), "packages.case_not_ready");
  subject.branch_id = access::BranchId::New();
  EXPECT_EQ(rules::WhyNotTaken(package, subject, &passport), "packages.case_unknown");
}

TEST(PackageRules, AreBegunWithACaseOnlyToAnAgency) {
  const std::vector known{std::make_shared<const catalog::Service>(
      catalog::Service{.agency_code = "mvd", .electronic = false})};
  PackageDraft draft{.agency_code = "mvd", .application_id = ApplicationId::New()};
  EXPECT_THAT(rules::JudgeDraft(draft, known), IsEmpty());
  draft.direction = Direction::kFromAgency;
  EXPECT_THAT(rules::JudgeDraft(draft, known),
              ElementsAre(FieldError{"/application_id", "packages.begins_empty", {}}));
}

const Date kSent = *ParseDate("2026-11-20"), kToday = *ParseDate("2026-11-23"),
           kTomorrow = *ParseDate("2026-11-24");

TEST(PackageRules, JudgeWhatTheAgencyDecided) {
  const catalog::Service passport{.result = {"Паспорт", "Временное удостоверение"}};
  auto proposed = rules::ProposedOutcome(passport);
  EXPECT_THAT(proposed.papers, ElementsAre(applications::ResultPaper{"Паспорт", 1}));
  EXPECT_THAT(rules::JudgeOutcome(proposed, "/c", {.sent_on = kSent}, kToday),
              ElementsAre(FieldError{"/c/decided_on", "field.required", {}}))
      << "nobody has looked at it";
  proposed.decided_on = kToday;
  EXPECT_THAT(rules::JudgeOutcome(proposed, "/c", {.sent_on = kSent}, kToday), IsEmpty());

  auto wrong = proposed;
  wrong.kind = OutcomeKind::kRefused;
  wrong.decided_on = ParseDate("2026-11-24");
  wrong.papers[0].title = "";
  EXPECT_THAT(rules::JudgeOutcome(wrong, "/c", {.sent_on = kSent}, kToday),
              ElementsAre(FieldError{"/c/decided_on", "packages.in_future", {}},
                          FieldError{"/c/text", "packages.refusal_without_text", {}},
                          FieldError{"/c/papers/0/title", "field.required", {}}));
  auto early = proposed;
  early.decided_on = ParseDate("2026-11-19");
  EXPECT_THAT(rules::JudgeOutcome(early, "/c", {.sent_on = kSent}, kToday),
              ElementsAre(FieldError{"/c/decided_on", "packages.before_sending", "20.11.2026"}));
  EXPECT_THAT(rules::JudgeOutcome(early, "/c", {}, kToday), IsEmpty());
  EXPECT_THAT(
      rules::JudgeOutcome(proposed, "/c", {.sent_on = kSent, .received_on = kTomorrow}, kTomorrow),
      ElementsAre(FieldError{"/c/decided_on", "packages.before_receiving", "24.11.2026"}));
  for (const auto kind : {OutcomeKind::kGranted, OutcomeKind::kRefused}) {
    const CaseOutcome bare{.kind = kind, .decided_on = kToday, .text = "да"};
    EXPECT_THAT(rules::JudgeOutcome(bare, "/c", {.sent_on = kSent}, kToday),
                ElementsAre(FieldError{"/c/papers", "field.required", {}}));
  }
  EXPECT_THAT(
      rules::JudgeOutcome({.kind = OutcomeKind::kUnconsidered}, "/c", {.sent_on = kSent}, kToday),
      ElementsAre(FieldError{"/c/text", "field.required", {}}));
}

TEST(PackageRules, JudgeADelivery) {
  const auto inside = ApplicationId::New(), outside = ApplicationId::New();
  EXPECT_THAT(rules::JudgeDelivery({.received_on = kSent}, {inside}, kSent, kToday), IsEmpty());
  const DeliveryInput wrong{.received_on = *ParseDate("2026-11-24"),
                            .not_taken = {{outside, "нет подписи"}, {inside, ""}, {inside, "да"}}};
  EXPECT_THAT(rules::JudgeDelivery(wrong, {inside}, kSent, kToday),
              ElementsAre(FieldError{"/received_on", "packages.in_future", {}},
                          FieldError{"/not_taken/0/application_id", "packages.case_unknown", {}},
                          FieldError{"/not_taken/1/reason", "field.required", {}},
                          FieldError{"/not_taken/2/application_id", "packages.named_twice", {}}));
}

}  // namespace
}  // namespace okno::packages

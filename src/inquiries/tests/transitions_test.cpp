// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/transitions.h"

#include <gtest/gtest.h>

#include "logic/rules/territory.h"

namespace okno::inquiries::rules {
namespace {

using enum State;

constexpr std::array kAllStates = {kFormed,  kReady, kSent,        kAccepted, kAnswered,
                                   kNotSent, kError, kNotAccepted, kCancelled};

Inquiry InState(State state, const std::string& number = "P/26/1") {
  Inquiry inquiry;
  inquiry.state = state;
  inquiry.number = number;
  return inquiry;
}

struct ActionCase {
  Action action;
  std::vector<State> allowed;
  std::string refusal;
};

TEST(Transitions, AnActionIsDueInItsStatesOnly) {
  const ActionCase cases[] = {
      {Action::kEdit, {kFormed, kNotSent, kError}, "inquiries.not_editable"},
      {Action::kSend, {kFormed, kNotSent, kError}, "inquiries.already_sent"},
      {Action::kCancel,
       {kFormed, kReady, kSent, kAccepted, kNotSent, kError},
       "inquiries.finished"},
      {Action::kRepeat,
       {kReady, kSent, kAccepted, kAnswered, kNotSent, kError, kNotAccepted, kCancelled},
       "inquiries.not_sent_yet"},
  };
  for (const auto& [action, allowed, refusal] : cases) {
    for (const auto state : kAllStates) {
      const bool may = std::ranges::find(allowed, state) != allowed.end();
      const auto judged = Judge(action, InState(state));
      EXPECT_EQ(judged.ok(), may) << Word(action) << " when " << Word(state);
      if (!judged) {
        EXPECT_EQ(judged.refusal(), Refusal::Conflict(refusal));
      }
    }
  }
}

TEST(Transitions, OnlyAnInquiryThatWasNeverSavedIsDeleted) {
  EXPECT_TRUE(Judge(Action::kDelete, InState(kFormed, "")));
  EXPECT_EQ(Judge(Action::kDelete, InState(kFormed)).refusal().code, "inquiries.has_number");
  EXPECT_FALSE(Judge(Action::kDelete, InState(kCancelled, "")));
}

struct HappeningCase {
  Happening happening;
  std::vector<std::pair<State, State>> changes;
};

TEST(Transitions, AHappeningChangesTheStatesOfItsLineAndNoOther) {
  const HappeningCase cases[] = {
      {Happening::kTakenByBus, {{kReady, kSent}, {kNotSent, kSent}}},
      {Happening::kDeliveryFailed, {{kReady, kNotSent}, {kSent, kError}, {kAccepted, kError}}},
      {Happening::kRefusedByBus, {{kReady, kError}, {kSent, kError}, {kAccepted, kError}}},
      {Happening::kAgencyStatus, {{kReady, kAccepted}, {kSent, kAccepted}, {kNotSent, kAccepted}}},
      {Happening::kAnswered,
       {{kReady, kAnswered},
        {kSent, kAnswered},
        {kAccepted, kAnswered},
        {kNotSent, kAnswered},
        {kError, kAnswered},
        {kCancelled, kAnswered}}},
      {Happening::kRejected,
       {{kReady, kNotAccepted},
        {kSent, kNotAccepted},
        {kAccepted, kNotAccepted},
        {kNotSent, kNotAccepted}}},
      {Happening::kAnswerUntrusted,
       {{kReady, kError}, {kSent, kError}, {kAccepted, kError}, {kNotSent, kError}}},
  };
  for (const auto& [happening, changes] : cases) {
    for (const auto state : kAllStates) {
      const auto line = std::ranges::find(changes, state, &std::pair<State, State>::first);
      const auto expected =
          line == changes.end() ? std::nullopt : std::optional<State>(line->second);
      EXPECT_EQ(After(happening, state), expected)
          << static_cast<int>(happening) << " when " << Word(state);
    }
  }
}

TEST(Transitions, NoDataIsAnAnswerEveryOtherRejectionIsNone) {
  EXPECT_EQ(OfRejection("NO_DATA"), Happening::kAnswered);
  for (const auto* code : {"ACCESS_DENIED", "UNKNOWN_REQUEST_DESCRIPTION", "FAILURE", ""}) {
    EXPECT_EQ(OfRejection(code), Happening::kRejected) << code;
  }
}

TEST(State, IsReadFromTheWordItIsWrittenAs) {
  for (const auto state : kAllStates) EXPECT_EQ(StateFromWord(Word(state)), state);
  EXPECT_EQ(StateFromWord("unknown"), std::nullopt);
}

struct TerritoryCase {
  const char* who;
  bool own_organization, own_branch, whole, maker;
  bool sees;
};

TEST(Territory, OwnBranchOwnInquiriesAndForAuditorsTheWholeCenter) {
  const TerritoryCase cases[] = {
      {"a colleague of the branch", true, true, false, false, true},
      {"somebody of another branch", true, false, false, false, false},
      {"the maker who works elsewhere now", true, false, false, true, true},
      {"an auditor", true, false, true, false, true},
      {"an auditor of another center", false, false, true, false, false},
      {"a maker who works for another center now", false, true, true, true, false},
  };
  for (const auto& one : cases) {
    Inquiry inquiry;
    inquiry.organization_id = access::OrganizationId::New();
    inquiry.branch_id = access::BranchId::New();
    inquiry.executor_id = access::UserId::New();
    access::Principal principal;
    principal.organization_id =
        one.own_organization ? inquiry.organization_id : access::OrganizationId::New();
    principal.branch_id = one.own_branch ? inquiry.branch_id : access::BranchId::New();
    principal.whole_organization = one.whole;
    principal.user_id = one.maker ? inquiry.executor_id : access::UserId::New();
    EXPECT_EQ(MaySee(principal, inquiry), one.sees) << one.who;
  }
}

TEST(Territory, AnInquiryWithoutABranchIsNobodysElse) {
  Inquiry inquiry;
  inquiry.executor_id = access::UserId::New();
  access::Principal principal;
  EXPECT_FALSE(MaySee(principal, inquiry));
  principal.branch_id = access::BranchId::New();
  EXPECT_FALSE(MaySee(principal, inquiry));
}

}  // namespace
}  // namespace okno::inquiries::rules

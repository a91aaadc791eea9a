// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/transitions.h"

#include <algorithm>
#include <array>

namespace okno::applications::rules {
namespace {

using enum Status;

constexpr std::string_view kFileRight = "applications.file";
constexpr std::string_view kProcessRight = "applications.process";
constexpr std::string_view kIssueRight = "applications.issue";

const std::vector<Transition>& Table() {
  static const std::vector<Transition> table = {
      {Action::kFile, {kDraft}, kIntake, {kFileRight}, "applications.already_filed"},
      {Action::kHandOver,
       {kIntake, kRework},
       kProcessing,
       {kFileRight},
       "applications.not_in_intake"},
      {Action::kRework, {kProcessing}, kRework, {kProcessRight}, "applications.not_in_processing"},
      {Action::kSend,
       {kProcessing, kDeliveryOnDemand},
       kDeliveryQueued,
       {kProcessRight},
       "applications.not_to_send"},
      {Action::kConsult, {kDraft}, kClosed, {kFileRight}, "applications.already_filed"},
      {Action::kRefuse,
       {kDraft, kIntake},
       kRefusedIntake,
       {kFileRight},
       "applications.not_in_intake"},
      {Action::kWithdraw,
       {kIntake, kProcessing, kRework, kDeliveryOnDemand},
       kWithdrawn,
       {kFileRight},
       "applications.already_sent"},
      {Action::kIssue,
       {kAwaitingNotice, kReadyToIssue, kUnclaimed},  // not given back yet: who comes late takes it
       kClosed,
       {kIssueRight},
       "applications.no_result"},
      {Action::kAssign,
       {kProcessing, kDeliveryQueued, kDeliveryOnDemand, kSent, kSentByCourier, kInAgency},
       {},
       {kProcessRight},
       "applications.not_in_processing"},
      {Action::kEdit, {kDraft, kIntake, kRework}, {}, {kFileRight}, "applications.not_editable"},
      {Action::kEdit, {kProcessing}, {}, {kProcessRight}, "applications.not_editable"},
      {Action::kUpload,
       {kDraft, kIntake, kRework, kProcessing, kDeliveryOnDemand},
       {},
       {kFileRight, kProcessRight},
       "applications.not_editable"},
      {Action::kUpload,
       {kAwaitingNotice, kReadyToIssue, kUnclaimed},
       {},
       {kIssueRight},
       "applications.not_editable"},
      {Action::kDelete, {kDraft}, {}, {kFileRight}, "applications.not_a_draft"},
  };
  return table;
}

struct Step {
  Happening happening;
  std::vector<Status> from;
  Status to;
};
const std::vector<Step>& Steps() {
  static const std::vector<Step> steps = {
      // What was given up can go out after all: an administrator repeats it, or the bus had it all
      // along.
      {Happening::kTakenByBus, {kDeliveryQueued, kDeliveryOnDemand}, kSent},
      {Happening::kDeliveryFailed, {kDeliveryQueued, kSent}, kDeliveryOnDemand},
      // The agency can be faster than the news that the bus has taken the request.
      {Happening::kAgencyStatus, {kDeliveryQueued, kSent}, kInAgency},
      // What was withdrawn when nobody knew that it had arrived is decided all the same: the
      // applicant must be told, and the result lies here.
      {Happening::kAgencyAnswer,
       {kDeliveryQueued, kDeliveryOnDemand, kSent, kInAgency, kWithdrawn},
       kAwaitingNotice},
      {Happening::kRejectedByAgency, {kDeliveryQueued, kSent, kInAgency}, kDeliveryOnDemand},
      // On paper; what the agency has decided may come back before it has signed for the package.
      {Happening::kSentByCourier, {kProcessing}, kSentByCourier},
      {Happening::kTakenOnPaper, {kSentByCourier}, kInAgency},
      {Happening::kNotTaken, {kSentByCourier, kInAgency}, kProcessing},
      {Happening::kPaperResult, {kSentByCourier, kInAgency}, kAwaitingNotice},
      {Happening::kReached, {kAwaitingNotice}, kReadyToIssue},
      {Happening::kReworkExpired, {kRework}, kUnclaimed},
      {Happening::kNeverCollected, {kReadyToIssue}, kUnclaimed},
  };
  return steps;
}

bool Contains(const std::vector<Status>& statuses, Status status) {
  return std::ranges::find(statuses, status) != statuses.end();
}

bool HasAny(const access::Principal& principal, const std::vector<std::string_view>& rights) {
  return std::ranges::any_of(rights, [&](auto right) { return principal.May(right); });
}

}  // namespace

std::string_view Word(Action action) {
  constexpr std::array kWords = {"file",     "handover", "rework", "send", "consult", "refuse",
                                 "withdraw", "issue",    "assign", "edit", "upload",  "delete"};
  return kWords[static_cast<std::size_t>(action)];
}

std::span<const Transition> Transitions() { return Table(); }

std::optional<Status> After(Happening happening, Status status) {
  for (const auto& step : Steps()) {
    if (step.happening == happening && Contains(step.from, status)) return step.to;
  }
  return std::nullopt;
}

Result<Transition> Judge(Action action, Status status, const access::Principal& principal) {
  bool has_right = false;
  std::string_view refusal;
  for (const auto& line : Table()) {
    if (line.action != action) continue;
    const bool may = HasAny(principal, line.rights);
    if (Contains(line.from, status)) {
      if (!may) return Refusal::Forbidden("access.no_right");
      return line;
    }
    has_right = has_right || may;
    refusal = line.refusal;
  }
  if (!has_right) return Refusal::Forbidden("access.no_right");
  return Refusal::Conflict(std::string(IsOpen(status) ? refusal : "applications.already_closed"));
}

}  // namespace okno::applications::rules

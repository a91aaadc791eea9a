// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/transitions.h"

#include <fmt/format.h>

namespace okno::packages::rules {
namespace {

Outcome Unless(bool holds, const char* code, const std::string& detail = {}) {
  if (holds) return Done();
  return Refusal{RefusalKind::kConflict, code, detail, {}};
}

Outcome JudgeDraft(Action action, const Package& package) {
  const bool to_agency = package.direction == Direction::kToAgency;
  if (package.state != State::kDraft) return Refusal::Conflict("packages.not_a_draft");
  if (action == Action::kEdit) return Done();
  if (action == Action::kMakeReady && !to_agency)
    return Refusal::Conflict("packages.not_to_agency");
  if (action == Action::kComplete && to_agency)
    return Refusal::Conflict("packages.not_from_agency");
  if (package.cases == 0) return Refusal::Conflict("packages.empty");
  return Done();
}

Outcome JudgePrint(const Package& package) {
  if (package.state == State::kDissolved) return Refusal::Conflict("packages.dissolved");
  if (package.cases == 0) return Refusal::Conflict("packages.empty");
  const bool to_agency = package.direction == Direction::kToAgency;
  return Unless(!to_agency || package.state != State::kDraft, "packages.not_ready_to_print");
}

}  // namespace

bool MaySee(const access::Principal& principal, const access::OrganizationId& organization_id,
            const access::BranchId& branch_id) {
  if (organization_id != principal.organization_id) return false;
  return principal.whole_organization || principal.branch_id == branch_id;
}

std::optional<access::BranchId> Territory(const access::Principal& principal) {
  if (principal.whole_organization) return std::nullopt;
  return principal.branch_id.value_or(access::BranchId{});
}

Outcome Judge(Action action, const Package& package) {
  const auto state = package.state;
  switch (action) {
    case Action::kEdit:
    case Action::kMakeReady:
    case Action::kComplete:
      return JudgeDraft(action, package);
    case Action::kReopen:
      return Unless(state == State::kReady, "packages.not_ready", package.number);
    case Action::kDissolve:
      return Unless(state == State::kDraft || state == State::kReady,
                    "packages.on_its_way_or_over");
    case Action::kCorrect:
      return Unless(
          state == State::kDelivered || state == State::kReturned || state == State::kLost,
          "packages.not_delivered");
    case Action::kDeliver:
    case Action::kReturn:
      return Unless(state == State::kSent, "packages.not_sent");
    case Action::kPrint:
      break;
  }
  return JudgePrint(package);
}

Outcome Judge(RunAction action, const CourierRun& run) {
  if (action == RunAction::kPrint) {
    return Unless(run.packages > 0, "packages.run_empty");
  }
  if (run.state == RunState::kCancelled) return Refusal::Conflict("packages.run_cancelled");
  if (run.state != RunState::kDraft) return Refusal::Conflict("packages.run_sent");
  if (action == RunAction::kDispatch) return Unless(run.packages > 0, "packages.run_empty");
  return Done();
}

std::vector<Action> ActionsFor(const Package& package) {
  std::vector<Action> actions;
  using enum Action;
  for (const auto action :
       {kEdit, kMakeReady, kReopen, kDissolve, kDeliver, kCorrect, kReturn, kComplete, kPrint}) {
    if (Judge(action, package)) actions.push_back(action);
  }
  return actions;
}

std::vector<RunAction> ActionsFor(const CourierRun& run) {
  std::vector<RunAction> actions;
  for (const auto action :
       {RunAction::kEdit, RunAction::kDispatch, RunAction::kCancel, RunAction::kPrint}) {
    if (Judge(action, run)) actions.push_back(action);
  }
  return actions;
}

std::string MakeNumber(std::string_view branch_code, std::string_view kind, int year, int serial) {
  return fmt::format("{}-{}-{:02}-{:04}", branch_code, kind, year % 100, serial);
}

}  // namespace okno::packages::rules

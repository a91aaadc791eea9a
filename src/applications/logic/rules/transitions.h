// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "applications/application.h"

// Who may do what in which state: one table, read by the use cases, by the list of next actions and
// by the tests.
namespace okno::applications::rules {

enum class Action {
  kFile,
  kHandOver,
  kRework,
  kSend,
  kConsult,
  kRefuse,
  kWithdraw,
  kIssue,
  kAssign,
  kEdit,
  kUpload,
  kDelete
};
std::string_view Word(Action action);  // "handover", as in openapi.yaml

struct Transition {
  Action action;
  std::vector<Status> from;
  std::optional<Status> to;              // empty: the status stays
  std::vector<std::string_view> rights;  // any of them is enough
  std::string_view refusal;              // code when the status is none of `from`
};
std::span<const Transition>
Transitions();  // several lines of one action differ in rights or in the goal

// What happens to a case from outside or by itself.
enum class Happening {
  kTakenByBus,
  kDeliveryFailed,
  kAgencyStatus,
  kAgencyAnswer,
  kRejectedByAgency,
  kSentByCourier,
  kTakenOnPaper,
  kNotTaken,
  kPaperResult,
  kReached,
  kReworkExpired,
  kNeverCollected
};
// The next status, or nothing when the happening came late and changes none.
std::optional<Status> After(Happening happening, Status status);

// Whether the action may be done: the transition, or "access.no_right", or the code of the table,
// or "applications.already_closed".
Result<Transition> Judge(Action action, Status status, const access::Principal& principal);

}  // namespace okno::applications::rules

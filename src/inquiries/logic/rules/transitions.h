// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "inquiries/inquiry.h"

// What may be done in which state, and what happens to an inquiry from outside: one table each,
// read by the use cases, by the list of next actions and by the tests.
namespace okno::inquiries::rules {

enum class Action { kEdit, kSend, kCancel, kRepeat, kDelete };
std::string_view Word(Action action);  // "send", as in openapi.yaml
std::span<const Action> Actions();

// Done, or the code that says why not in this state. A number is given when an inquiry is saved;
// from then on it is not deleted any more, only given up.
Outcome Judge(Action action, const Inquiry& inquiry);

enum class Happening {
  kTakenByBus,
  kDeliveryFailed,
  kRefusedByBus,  // taken first, refused after the bus's own checks
  kAgencyStatus,
  kAnswered,
  kRejected,
  kAnswerUntrusted
};
// The next state, or nothing when the happening came late and changes none.
std::optional<State> After(Happening happening, State state);

// Which happening a RequestRejected is: "there are no such data" (NO_DATA) is an answer.
Happening OfRejection(std::string_view code);

}  // namespace okno::inquiries::rules

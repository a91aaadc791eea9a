// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "applications/application.h"
#include "contact_center/calls.h"

namespace okno::contact_center::rules {

// Why the applicant is to be called while the case is in this status; "" = no reason.
std::string_view ReasonFor(applications::Status status);
// Whether the applicant still waits past the day that the receipt promises: the agency counts to a
// later one and has not decided.
bool IsAwaited(const applications::Application& application);

// Errors of what was entered after a call.
std::vector<FieldError> CheckAttempt(const AttemptInput& input, Instant now);

// How the call stands afterwards.
struct Next {
  Instant next_at;
  std::optional<Instant> call_back_at;
  bool done = false;
};
Next After(const AttemptInput& input, Instant now);

}  // namespace okno::contact_center::rules

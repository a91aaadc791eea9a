// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/outcomes.h"

#include <algorithm>
#include <array>

namespace okno::contact_center::rules {

std::string_view ReasonFor(applications::Status status) {
  if (status == applications::Status::kAwaitingNotice) return "result";
  if (status == applications::Status::kRework) return "rework";
  return "";
}

bool IsAwaited(const applications::Application& application) {
  using enum applications::Status;
  constexpr std::array kWithAgency = {kDeliveryQueued, kDeliveryOnDemand, kSent, kSentByCourier,
                                      kInAgency};
  return std::ranges::find(kWithAgency, application.status) != kWithAgency.end() &&
         application.promised_date && application.planned_date > application.promised_date;
}

std::vector<FieldError> CheckAttempt(const AttemptInput& input, Instant now) {
  constexpr std::array kOutcomes = {"reached", "no_answer", "busy", "wrong_number", "call_back"};
  std::vector<FieldError> errors;
  if (std::ranges::find(kOutcomes, input.outcome) == kOutcomes.end()) {
    errors.push_back({"/outcome", "field.enum", {}});
  }
  if (input.outcome == "call_back" && !input.call_back_at)
    errors.push_back({"/call_back_at", "field.required", {}});
  if (input.call_back_at && *input.call_back_at <= now) {
    errors.push_back({"/call_back_at", "contact_center.call_back_in_past", {}});
  }
  return errors;
}

Next After(const AttemptInput& input, Instant now) {
  if (input.outcome == "reached") return {now, std::nullopt, true};
  // Whoever did not answer goes to the end of the list; the next one waits shorter than they would.
  return {input.call_back_at.value_or(now), input.call_back_at, false};
}

}  // namespace okno::contact_center::rules

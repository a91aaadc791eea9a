// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/fault_policy.h"

namespace okno::exchange::rules {

Next AfterFault(std::string_view fault_name) {
  if (fault_name == "MessageIsAlreadySent") return Next::kSent;
  if (fault_name == "StaleMessageId") return Next::kNewId;
  // Quota and queue are freed as others read; a fault without detail comes from the server around
  // the bus.
  bool passing = fault_name.empty() || fault_name == "SMEVFailure" ||
                 fault_name == "DestinationOverflow" || fault_name == "QuoteLimitExceeded";
  return passing ? Next::kRepeat : Next::kFinal;
}

Counts CountsFault(std::string_view fault_name) {
  return fault_name == "SMEVFailure" ? Counts::kNo : Counts::kYes;
}

}  // namespace okno::exchange::rules

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace okno::exchange::rules {

// What a fault of SendRequest or SendResponse means for the delivery.
enum class Next {
  // MessageIsAlreadySent: an earlier try had arrived. The first of ours may be the bus's second:
  // HTTP itself repeats what a kept connection swallowed.
  kSent,
  kRepeat,  // the same message under the same id, later
  kNewId,   // the same message under a new id
  kFinal,   // repeating can not help
};
Next AfterFault(std::string_view fault_name);  // "" = a fault without detail

// Whether the fault is a refusal that brings the message nearer to «доставка по запросу». A failure
// of the bus itself is not: it is repeated without limit, up to the term of the delivery.
enum class Counts { kNo, kYes };
Counts CountsFault(std::string_view fault_name);

}  // namespace okno::exchange::rules

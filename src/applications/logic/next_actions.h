// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "applications/use_cases.h"
#include "logic/rules/completeness.h"
#include "logic/rules/transitions.h"

namespace okno::applications {

// What the principal could do with the case now. An action they have no right to is not in the
// list; one that is not due yet tells why.
struct NextAction {
  rules::Action action;
  std::optional<Refusal> why_not;
};
std::vector<NextAction> NextActions(const Case& subject, const access::Principal& principal,
                                    const rules::Completeness& completeness, Date today);

}  // namespace okno::applications

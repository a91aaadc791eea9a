// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "agency/registration.h"
#include "base/result.h"

// What may be done with a card, decided on values alone.
namespace okno::agency::rules {

Result<Registration> Accept(Registration card, const access::Actor& officer);
Result<Registration> Route(Registration card, const access::UnitId& unit_id, std::string unit_name);
struct Verdict {
  bool positive;
  std::string text;
};
Result<Registration> Decide(Registration card, const access::Actor& officer, const Verdict& verdict,
                            Instant now);

struct Action {
  std::string name;                // "accept", "route", "decide"
  std::optional<Refusal> why_not;  // empty: allowed
};
std::vector<Action> ActionsFor(const Registration& card, const access::Principal& principal);

std::string_view StatusTitle(Status status);  // Russian, for texts

}  // namespace okno::agency::rules

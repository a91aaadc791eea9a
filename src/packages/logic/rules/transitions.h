// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "packages/courier_runs.h"

// Who sees a package or a run, and what may be done with it in which state: read by the use cases,
// by the lists of actions and by the tests.
namespace okno::packages::rules {

// Own branch; who covers the whole center, all of it.
bool MaySee(const access::Principal& principal, const access::OrganizationId& organization_id,
            const access::BranchId& branch_id);

// The branch whose packages a list shows; nothing: all of the center. Who has no branch sees none:
// the nil id is nobody's.
std::optional<access::BranchId> Territory(const access::Principal& principal);

// Done, or the refusal that says why not.
Outcome Judge(Action action, const Package& package);
Outcome Judge(RunAction action, const CourierRun& run);

std::vector<Action> ActionsFor(const Package& package);
std::vector<RunAction> ActionsFor(const CourierRun& run);

// "0101-П-26-0004"; `kind` is "П" or "К". Beyond 9999 the serial has more digits.
std::string MakeNumber(std::string_view branch_code, std::string_view kind, int year, int serial);

}  // namespace okno::packages::rules

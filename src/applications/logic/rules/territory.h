// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/principal.h"
#include "applications/application.h"

namespace okno::applications::rules {

// Whose case this is to see: own branch; auditors and the contact centre the whole center; a result
// of files that waits for its issue any branch that issues, and the branch that issued it
// afterwards too.
bool MaySee(const access::Principal& principal, const Application& application);

// Papers of a result lie in the branch of the case, whoever covers the center; a result of files is
// issued in any branch.
bool HasResultAtHand(const access::Principal& principal, const Application& application);

}  // namespace okno::applications::rules

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace okno::app {

// Says on the error stream what was refused, in Russian as the administrator's screens do, with
// every wrong field. Returns the exit code.
int Say(const Refusal& refusal);

}  // namespace okno::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace okno::exchange::rules {

// The pause after the `attempt`-th failed attempt (from 1): 5 s, 15 s, 45 s … at most 4 h, so that
// twelve attempts last some 16 hours; `roll` in [0, 1) spreads it by ±20 %, lest all that waits
// comes back at once.
std::chrono::milliseconds PauseAfter(int attempt, double roll);

}  // namespace okno::exchange::rules

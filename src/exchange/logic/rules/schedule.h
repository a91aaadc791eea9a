// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace okno::exchange::rules {

// The pause after the `attempt`-th failed attempt (from 1): 5 s, 15 s, 45 s … at most 4 h, so that
// twelve attempts last some 16 hours; `roll` in [0, 1) spreads it by ±20 %, lest all that waits
// comes back at once.
std::chrono::milliseconds PauseAfter(int attempt, double roll);

// The pause after the `empty`-th visit in a row that found empty queues (from 1): `shortest`, then
// half as much again each time, at most `longest`. With 5 s and 60 s ten polls take longer than
// the anti-flood guard of the bus asks for (30 s on average).
std::chrono::milliseconds PauseAfterEmpty(int empty, std::chrono::milliseconds shortest,
                                          std::chrono::milliseconds longest);

}  // namespace okno::exchange::rules

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace okno::jobs {

// How long a job waits after its `attempt`-th failure: 1 s, 2 s, 4 s … 5 min, and up to a quarter
// more (`jitter` 0…1), so that jobs that failed together do not return together.
std::chrono::milliseconds PauseAfter(int attempt, double jitter);

}  // namespace okno::jobs

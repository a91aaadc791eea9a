// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>

#include "stopwatch.h"

namespace okno::bench {

// Returns when `done` says so, asked every `every`; throws after `seconds`.
inline void Await(const std::string& what, double seconds, std::chrono::milliseconds every,
                  const std::function<bool()>& done) {
  for (const double since = WallNow(); !done(); std::this_thread::sleep_for(every)) {
    if (WallNow() - since > seconds) throw std::runtime_error("bench: waited in vain for " + what);
  }
}

}  // namespace okno::bench

// SPDX-License-Identifier: Apache-2.0
#include "pause.h"

#include <algorithm>

namespace okno::jobs {

std::chrono::milliseconds PauseAfter(int attempt, double jitter) {
  constexpr std::chrono::milliseconds kFirst{1000}, kLongest{300000};
  const auto pause = std::min(kFirst * (1L << std::clamp(attempt - 1, 0, 20)), kLongest);
  return pause + std::chrono::milliseconds(static_cast<long long>(pause.count() * jitter / 4));
}

}  // namespace okno::jobs

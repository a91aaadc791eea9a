// SPDX-License-Identifier: Apache-2.0
#include "time/time.h"

namespace okno {

Instant SystemClock::Now() const {
  return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

}  // namespace okno

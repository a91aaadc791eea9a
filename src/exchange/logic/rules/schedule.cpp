// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/schedule.h"

#include <algorithm>

namespace okno::exchange::rules {

std::chrono::milliseconds PauseAfter(int attempt, double roll) {
  constexpr double kFirst = 5'000, kGrowth = 3, kLongest = 4.0 * 3600 * 1000;
  double pause = kFirst;
  for (int i = 1; i < attempt && pause < kLongest; ++i) pause *= kGrowth;
  if (pause > kLongest) pause = kLongest;
  return std::chrono::milliseconds(static_cast<long long>(pause * (0.8 + 0.4 * roll)));
}

std::chrono::milliseconds PauseAfterEmpty(int empty, std::chrono::milliseconds shortest,
                                          std::chrono::milliseconds longest) {
  auto pause = shortest;
  for (int i = 1; i < empty && pause < longest; ++i) pause += pause / 2;
  return std::min(pause, longest);
}

}  // namespace okno::exchange::rules

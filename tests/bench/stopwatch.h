// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <vector>

namespace okno::bench {

// Seconds by the wall and by the CPU time of the calling thread.
inline double Seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}
inline double WallNow() { return Seconds(CLOCK_MONOTONIC); }
inline double CpuNow() { return Seconds(CLOCK_THREAD_CPUTIME_ID); }

// CPU seconds of `count` calls.
template <typename F>
double CpuOf(int count, F f) {
  const double since = CpuNow();
  for (int i = 0; i < count; ++i) f(i);
  return CpuNow() - since;
}

// `part` of 0 … 1; 0 of nothing.
double Percentile(std::vector<double> values, double part);
inline double Median(std::vector<double> values) { return Percentile(std::move(values), 0.5); }

}  // namespace okno::bench

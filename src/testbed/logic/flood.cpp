// SPDX-License-Identifier: Apache-2.0
#include "logic/flood.h"

namespace okno::testbed {

bool FloodGuard::Counts(const std::string& participant, const std::string& queue, bool found,
                        Instant now) {
  constexpr std::size_t kPolls = 10;
  constexpr std::chrono::seconds kPeriod{30};
  std::lock_guard lock(mutex_);
  auto& polls = empty_polls_[participant + "/" + queue];
  if (found) {
    polls.clear();
    return false;
  }
  bool full = polls.size() == kPolls;
  bool often = full && now - polls.front() <= kPeriod * kPolls;
  polls.push_back(now);
  if (polls.size() > kPolls) polls.pop_front();
  return often;
}

}  // namespace okno::testbed

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "time/time.h"

namespace okno::testbed {

// Tells who polls an empty queue too often: ten polls in a row that found nothing, one in 30 s or
// faster on the average. From then on empty answers are refused until there is something to give.
// Thread-safe.
class FloodGuard {
 public:
  // Told of every poll; true when this one is to be refused. `found` makes an end of the row.
  bool Counts(const std::string& participant, const std::string& queue, bool found, Instant now);

 private:
  std::mutex mutex_;
  std::map<std::string, std::deque<Instant>> empty_polls_;  // the last ten
};

}  // namespace okno::testbed

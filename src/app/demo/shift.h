// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "applications/use_cases.h"
#include "time/time.h"

namespace okno::app::demo {

// A part of a working day; the steps of one person spread over it.
struct Shift {
  Instant from, until;
};

// The clock of one person, so that many can live through the same day side by side.
class Watch final : public Clock {
 public:
  explicit Watch(Instant now) : now_(now) {}
  Instant Now() const override { return now_; }
  void Begin(Shift shift, std::size_t steps);
  void Pass();  // to the next step
  // The region's calendar day, for luck that does not depend on the hour the demo is made.
  std::string Day() const;

 private:
  Instant now_;
  std::chrono::microseconds step_{0};
};

// The same use cases by another clock.
applications::Services OnClock(const applications::Services& services, const Clock& clock);

}  // namespace okno::app::demo

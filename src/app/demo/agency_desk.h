// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "agency/registration.h"
#include "demo/random.h"
#include "demo/scans.h"
#include "demo/shift.h"
#include "house.h"

namespace okno::app::demo {

// One agency at work, on a clock of its own; what happens to a card depends on the seed, the
// center's number and the day only.
class AgencyDesk {
 public:
  AgencyDesk(House& house, Scans& scans, std::uint64_t seed, const std::string& officer_login);
  // Accepts what has come, decides some of what is in work; returns the center's numbers of the
  // decided ones.
  std::vector<std::string> Work(Shift shift);

 private:
  void Decide(Random& luck, const agency::Registration& card);

  Scans& scans_;
  Watch watch_;
  agency::Context context_;
  access::Principal officer_;
  std::uint64_t seed_;
};

}  // namespace okno::app::demo

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "demo/random.h"
#include "demo/shift.h"
#include "house.h"
#include "packages/courier_runs.h"

namespace okno::app::demo {

// How a piece of work is left: done, or begun for somebody to go on with.
enum class Leave { kDone, kBegun };

// The papers of one branch: its processor packs them, a courier takes them to the agencies and
// comes back with the signed inventories and with what was decided. What happens to a case depends
// on the seed, its number and the day only.
class PaperDesk {
 public:
  using Decided = std::vector<std::pair<std::string, applications::ApplicationId>>;
  PaperDesk(House& house, std::uint64_t seed, const std::string& processor_login,
            std::string courier);

  // Agencies have signed for what left before; then the courier goes with all that is ready.
  void NoteSigned(Shift shift);
  void SendOff(Shift shift);
  // The cases whose decisions are back, by number.
  Decided TakeBack(Shift shift, Leave leave);
  // What waits, a package for each agency.
  void Pack(Shift shift, Leave leave);

 private:
  struct Expected {
    std::string number, agency_code, service_code;
    applications::ApplicationId id;
    Date received_on, ready_on;
  };
  void Sign(const packages::PackageId& id);
  void Expect(const packages::PackageSheet& delivered);
  packages::PackageSheet AddGivenBack(packages::PackageSheet begun);
  void TakeBackFrom(const std::string& agency_code, const std::vector<Expected>& cases,
                    Leave leave);
  packages::CaseOutcome OutcomeOf(const Expected& one) const;
  Date Today() const;

  Watch watch_;
  applications::Services applications_;  // the house's, by this watch
  packages::Services packages_;
  access::Principal processor_;
  std::uint64_t seed_;
  std::string courier_;
  std::vector<packages::PackageId> on_the_way_;
  std::vector<Expected> expected_;
};

}  // namespace okno::app::demo

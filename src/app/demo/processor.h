// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "applications/use_cases.h"
#include "demo/shift.h"
#include "house.h"

namespace okno::app::demo {

// The processor of one branch: sends to the agencies what was handed over. What happens to a case
// depends on the seed, its number and the day only.
class Processor {
 public:
  using ApplicationId = applications::ApplicationId;
  Processor(House& house, std::uint64_t seed, const std::string& login);

  void Take(const std::vector<ApplicationId>& handed_over);
  // Sends what waits, some of it tomorrow; and again what could not be delivered. At most `most` of
  // what waits goes out: who sees the bus refuse stops sending.
  void SendWaiting(Shift shift, std::size_t most);
  // At most `count` of what waits.
  void SendSome(std::size_t count, Shift shift);
  // After a day on which the bus refused: looks through all that was sent.
  void NoteUndelivered();
  // Empty for the number of another branch.
  std::optional<ApplicationId> FindSent(const std::string& number) const;

 private:
  applications::Application Look(const ApplicationId& id);
  void SendAgain();
  void Send(const applications::Application& current);

  Watch watch_;
  applications::Services services_;  // the house's, by this watch
  access::Principal processor_;
  std::uint64_t seed_;
  std::vector<ApplicationId> waiting_;
  std::map<std::string, ApplicationId> sent_;  // by number
  std::vector<ApplicationId> undelivered_;
};

}  // namespace okno::app::demo

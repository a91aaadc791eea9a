// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "applications/use_cases.h"
#include "demo/random.h"
#include "demo/shift.h"
#include "house.h"
#include "inquiries/use_cases.h"

namespace okno::app::demo {

// The operator of one branch who asks other agencies for documents of cases. Whether one is asked
// for depends on the seed and the case's number only.
class Inquirer {
 public:
  Inquirer(House& house, std::uint64_t seed, const std::string& operator_login);
  // Asks for what some of the cases lack and the card is enough to ask for.
  void AskFor(const std::vector<applications::ApplicationId>& cases, Shift shift);
  bool IsWaiting();  // an answer to something asked here has not come yet

 private:
  void Ask(const applications::Case& subject, const std::string& item);

  Watch watch_;
  const applications::Services& applications_;
  inquiries::Services services_;  // the house's, by this watch
  access::Principal operator_;
  std::uint64_t seed_;
  std::deque<inquiries::InquiryId> asked_;  // and not known to be answered
};

}  // namespace okno::app::demo

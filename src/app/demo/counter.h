// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "applications/use_cases.h"
#include "demo/scans.h"
#include "demo/shift.h"
#include "demo/visitors.h"
#include "house.h"

namespace okno::app::demo {

// The operator of one branch: takes applications and issues results. What happens to a case
// depends on the seed, its visitor or number, and the day only.
class Counter {
 public:
  Counter(House& house, Scans& scans, std::uint64_t seed, const std::string& operator_login,
          const std::string& processor_login);

  // People come, all day long.
  void Receive(std::span<const Visitor> visitors, Shift shift);
  // What was handed over to processing since the last call, but what goes on paper.
  std::vector<applications::ApplicationId> TakeHandedOver();
  // The agency has decided: the applicant comes once told.
  void Expect(const std::string& number, const applications::ApplicationId& id);
  // Applicants who were told come for their results, most of them to this branch, some to another;
  // papers lie here.
  void IssueResults(Shift shift, const std::vector<access::Principal>& operators);

  const access::Principal& clerk() const { return operator_; }

 private:
  using ApplicationId = applications::ApplicationId;
  void Visit(const Visitor& visitor);
  applications::Case FillIn(Random& luck, const applications::Case& draft);
  void Scan(const access::Principal& who, const ApplicationId& id, const std::string& item,
            const std::string& title);
  void Refuse(Random& luck, const applications::Case& opened);
  void HandOver(const Visitor& visitor, const applications::Case& filed);
  void IssueTo(const access::Principal& who, const applications::Application& current);

  Scans& scans_;
  Watch watch_;
  applications::Services services_;  // the house's, by this watch
  access::Principal operator_, processor_;
  std::uint64_t seed_;
  std::vector<ApplicationId> handed_over_;
  std::vector<std::pair<std::string, ApplicationId>> expected_;  // decided, not issued
};

}  // namespace okno::app::demo

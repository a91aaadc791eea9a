// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/executor.h"

namespace okno::applications::rules {

std::optional<access::Employee> ChooseExecutor(const std::vector<access::Employee>& processors,
                                               const std::map<access::UserId, int>& open_cases,
                                               const std::optional<access::UserId>& before) {
  const access::Employee* best = nullptr;
  int fewest = 0;
  for (const auto& processor : processors) {
    if (before && processor.user_id == *before) return processor;
    const auto found = open_cases.find(processor.user_id);
    const int cases = found == open_cases.end() ? 0 : found->second;
    if (best != nullptr && cases >= fewest) continue;
    best = &processor;
    fewest = cases;
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

}  // namespace okno::applications::rules

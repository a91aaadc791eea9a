// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "applications/use_cases.h"

namespace okno::applications::rules {

// The code of the history's row and of the text on paper:
// "applications.history.refused_intake.damaged_documents".
std::string CodeOf(RefusalGround ground);

// What a refused case was refused for, read back from its history; empty for all others.
struct GivenRefusal {
  RefusalGround ground;
  std::string reason;
  Instant at;
};
std::optional<GivenRefusal> RefusalIn(const std::vector<HistoryEntry>& history);

}  // namespace okno::applications::rules

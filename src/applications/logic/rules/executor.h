// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "access/directory.h"

namespace okno::applications::rules {

// «Нагрузка распределяется автоматически»: the processor with the fewest open cases, the first by
// name among equals. One who had the case before gets it back. Nobody there: empty, anyone may take
// it.
std::optional<access::Employee> ChooseExecutor(const std::vector<access::Employee>& processors,
                                               const std::map<access::UserId, int>& open_cases,
                                               const std::optional<access::UserId>& before);

}  // namespace okno::applications::rules

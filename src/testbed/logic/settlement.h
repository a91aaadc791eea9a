// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "logic/services.h"

namespace okno::testbed {

// The asynchronous checks of one message that was accepted without them because its files are
// large. What passes goes to its recipients' queues; of what does not the sender learns as of any
// other. Returns whose queues have got something; empty when no message waits.
std::optional<std::vector<std::string>> SettleOne(const Services& services);

}  // namespace okno::testbed

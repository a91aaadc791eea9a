// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "logic/services.h"

namespace okno::testbed {

// Tells a participant's receiver how long its queues are (PushNotification, МР section 9). What can
// not be delivered lands in its status queue. Does nothing when it has registered none or its
// queues are empty.
void Notify(const Services& services, const std::string& mnemonic);

}  // namespace okno::testbed

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "neighbours/neighbour.h"

namespace okno::testbed::neighbours {

// A payer asked about for the first time: what is charged to them follows from the identifier
// (none, or up to two state duties, some of them paid), and stays. Does nothing when charges are
// there.
void MakeUpCharges(Desk& desk, const std::string& payer, Instant now);

}  // namespace okno::testbed::neighbours

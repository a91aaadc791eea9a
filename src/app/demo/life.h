// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "demo/demo.h"
#include "house.h"
#include "time/time.h"

namespace okno::app::demo {

// Told after each day: how many applications were begun of how many.
using Progress = std::function<void(int done, int total)>;

// Lets the region live through the working days before `clock` (the house's clock, which stands at
// the present), three months of them at most: people come, operators file, processors send,
// officers decide, the contact centre calls, results are issued. Every step is the use case a
// person would call, in that person's name. On the last day but one the bus does not know one of
// the agencies, so that some requests wait for a person. The clock ends at the present.
void Live(House& house, ManualClock& clock, const DemoOptions& options, const std::string& testbed,
          const Progress& progress);

}  // namespace okno::app::demo

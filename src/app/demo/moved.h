// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "db/pool.h"

namespace okno::app::demo {

// Connections to this test bed - told by the key they trust - take its address, when it has moved
// to another port since they were made. Those to another bus stay, and all of them while the test
// bed does not answer.
void FollowTestbed(db::Pool& db, const std::string& testbed);

}  // namespace okno::app::demo

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "world.h"

namespace okno::bench {

// A complete draft that waits to be filed.
struct Draft {
  std::string id, version;
  std::string clerk;  // login of its branch's operator
};

// Makes complete drafts by the use cases, evenly in the three branches; gives all there are, the
// branches in turn.
std::vector<Draft> MakeDrafts(World& world, int count);

}  // namespace okno::bench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "house.h"

namespace okno::app::demo {

// What the test bed holds for the organizations of the region. `house` must outlive it.
class Mailbox {
 public:
  Mailbox(House& house, std::string testbed);
  // Takes and handles all that has come; how many messages. Cheap while nothing has.
  int Collect();

 private:
  House& house_;
  std::string testbed_;
  std::set<std::string> ours_;
};

}  // namespace okno::app::demo

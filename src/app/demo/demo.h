// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "config/config.h"

namespace okno::app {

struct DemoOptions {
  bool if_empty = false;
  int applicants = 2000;
  int applications = 5000;
  std::uint64_t seed = 2026;
};

// Fills the database with an invented region: one center with three branches, two agencies, twelve
// users, applicants and applications that lived through the last three months - all by the same use
// cases that people call, through a running test bed (testbed.listen, testbed.port). The same seed
// gives the same people, forms and fates. On a database that has the demo region already it only
// adds what is asked for, or nothing with `if_empty`: then its connections follow the test bed to
// another port (moved.h). Prints the sign-ins.
int RunDemo(const config::Config& config, const DemoOptions& options);

}  // namespace okno::app

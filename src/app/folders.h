// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "config/config.h"

namespace okno::app {

// Where things lie: as configured, else beside the program.
struct Folders {
  std::string data;     // made when absent
  std::string content;  // services, calendars, message types, print templates
  std::string web;      // built staff workplace; "" when it is not built
};
// Throws with a text for a person when there is no content.
Folders FindFolders(const config::Config& config);

}  // namespace okno::app

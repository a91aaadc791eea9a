// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace okno::app {

struct ShowOptions {
  std::string file, password_file;
  bool json = false;
};
// `okno smev keys show`: the facts of every certificate in a file, in Russian.
int RunShow(const ShowOptions& options);

}  // namespace okno::app

// SPDX-License-Identifier: Apache-2.0
#include "testbed/testbed.h"

#include "commands/commands.h"
#include "folders.h"

namespace okno::app {

int RunTestbed(const config::Config& config) {
  const Folders folders = FindFolders(config);
  const std::string data = config.Text("testbed.data");
  return testbed::RunTestbed({.data_folder = data.empty() ? folders.data + "/testbed" : data,
                              .content_folder = folders.content,
                              .listen = config.Text("testbed.listen"),
                              .port = static_cast<int>(config.Number("testbed.port"))});
}

}  // namespace okno::app

// SPDX-License-Identifier: Apache-2.0
#include "folders.h"

#include <filesystem>
#include <stdexcept>

namespace okno::app {
namespace {

namespace fs = std::filesystem;

// build/okno in a checkout, <prefix>/bin/okno when installed.
fs::path BesideProgram(const fs::path& relative) {
  return (fs::read_symlink("/proc/self/exe").parent_path() / ".." / relative).lexically_normal();
}

std::string FirstFolder(std::initializer_list<fs::path> candidates) {
  for (const auto& candidate : candidates) {
    if (fs::is_directory(candidate)) return candidate.string();
  }
  return {};
}

}  // namespace

Folders FindFolders(const config::Config& config) {
  Folders folders;
  folders.data = fs::absolute(config.Text("data")).lexically_normal().string();
  fs::create_directories(folders.data);
  folders.content = config.Text("content");
  if (folders.content.empty()) {
    folders.content = FirstFolder({BesideProgram("content"), BesideProgram("share/okno/content")});
  }
  if (!fs::is_directory(folders.content)) {
    throw std::runtime_error("нет папки с услугами и шаблонами; назовите её в настройке content");
  }
  folders.web = config.Text("http.static_folder");
  if (folders.web.empty()) {
    folders.web =
        FirstFolder({BesideProgram("web/apps/staff/dist"), BesideProgram("share/okno/web/staff")});
  }
  return folders;
}

}  // namespace okno::app

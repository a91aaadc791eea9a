// SPDX-License-Identifier: Apache-2.0
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>

#include "message_types/content.h"

namespace okno::message_types {

namespace fs = std::filesystem;

namespace {

const std::set<std::string> kKnownKeys{
    "name", "namespace", "request_root",    "response_root", "title",   "description", "agency",
    "kind", "services",  "routing_element", "source",        "request", "response"};

ContentType Read(const fs::path& path) {
  auto fail = [&](const std::string& what) {
    throw std::runtime_error(path.string() + ": " + what);
  };
  YAML::Node yaml;
  try {
    yaml = YAML::LoadFile(path.string());
  } catch (const YAML::Exception& error) {
    fail(error.what());
  }
  auto text = [&](const std::string& key) {
    return yaml[key] ? yaml[key].as<std::string>() : std::string();
  };
  for (const auto& entry : yaml) {
    auto key = entry.first.as<std::string>();
    if (!kKnownKeys.contains(key)) fail("unknown key \"" + key + "\"");
  }
  for (const auto* key : {"name", "namespace", "request_root", "response_root", "title"}) {
    if (text(key).empty()) fail(std::string("no \"") + key + "\"");
  }
  return {text("name"),  text("namespace"),       text("request_root"),       text("response_root"),
          text("title"), text("routing_element"), path.parent_path().string()};
}

}  // namespace

std::vector<ContentType> LoadMessageTypes(const std::string& content_folder) {
  fs::path folder = fs::path(content_folder) / "message-types";
  if (!fs::is_directory(folder)) throw std::runtime_error("no folder " + folder.string());
  std::vector<ContentType> types;
  for (const auto& entry : fs::directory_iterator(folder)) {
    auto path = entry.path() / "message-type.yaml";
    if (fs::exists(path)) types.push_back(Read(path));
  }
  std::sort(types.begin(), types.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return types;
}

}  // namespace okno::message_types

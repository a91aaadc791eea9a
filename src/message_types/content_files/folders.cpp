// SPDX-License-Identifier: Apache-2.0
#include "content_files/folders.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "message_types/content.h"

namespace okno::message_types {
namespace {

namespace fs = std::filesystem;

std::string ReadWhole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Definition ReadFolder(const fs::path& folder) {
  const auto page_path = folder / "message-type.yaml";
  auto definition = ReadPage(ReadWhole(page_path));
  if (!definition) throw std::runtime_error(page_path.string() + ":" + definition.refusal().detail);
  if (definition->description.name != folder.filename()) {
    throw std::runtime_error(page_path.string() + ": the name is not the folder's");
  }
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".xsd") continue;
    definition->files[entry.path().filename().string()] = ReadWhole(entry.path());
  }
  return *std::move(definition);
}

std::vector<fs::path> FoldersIn(const std::string& content_folder) {
  const auto all = fs::path(content_folder) / "message-types";
  if (!fs::is_directory(all)) throw std::runtime_error("no folder " + all.string());
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(all)) {
    if (fs::exists(entry.path() / "message-type.yaml")) folders.push_back(entry.path());
  }
  std::ranges::sort(folders);
  return folders;
}

}  // namespace

std::vector<Definition> ReadFolders(const std::string& content_folder) {
  std::vector<Definition> definitions;
  for (const auto& folder : FoldersIn(content_folder)) definitions.push_back(ReadFolder(folder));
  return definitions;
}

std::vector<ContentType> LoadMessageTypes(const std::string& content_folder) {
  std::vector<ContentType> types;
  for (const auto& folder : FoldersIn(content_folder)) {
    const auto d = ReadFolder(folder).description;
    types.push_back({d.name, d.namespace_uri, d.request_root, d.response_root, d.title,
                     d.routing_element, d.personal_signature, folder.string()});
  }
  return types;
}

}  // namespace okno::message_types

// SPDX-License-Identifier: Apache-2.0
#include "logic/schemas.h"

#include <filesystem>

namespace okno::testbed {

namespace fs = std::filesystem;

std::shared_ptr<const xml::SchemaSet> Schemas::Get(const std::string& folder) {
  std::lock_guard lock(mutex_);
  auto& schemas = loaded_[folder];
  if (!schemas) {
    const auto path = fs::path(root_) / fs::path(folder).filename();
    schemas = std::make_shared<const xml::SchemaSet>(xml::SchemaSet::Load(path.string()));
  }
  return schemas;
}

void Schemas::Forget(const std::string& folder) {
  std::lock_guard lock(mutex_);
  loaded_.erase(folder);
}

}  // namespace okno::testbed

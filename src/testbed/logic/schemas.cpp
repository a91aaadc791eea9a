// SPDX-License-Identifier: Apache-2.0
#include "logic/schemas.h"

namespace okno::testbed {

std::shared_ptr<const xml::SchemaSet> Schemas::Get(const std::string& folder) {
  std::lock_guard lock(mutex_);
  auto& schemas = loaded_[folder];
  if (!schemas) schemas = std::make_shared<const xml::SchemaSet>(xml::SchemaSet::Load(folder));
  return schemas;
}

void Schemas::Forget(const std::string& folder) {
  std::lock_guard lock(mutex_);
  loaded_.erase(folder);
}

}  // namespace okno::testbed

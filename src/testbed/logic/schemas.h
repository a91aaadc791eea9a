// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "xml/schema.h"

namespace okno::testbed {

// Compiled business schemas by folder; thread-safe.
class Schemas {
 public:
  std::shared_ptr<const xml::SchemaSet> Get(
      const std::string& folder);  // shared: a later upload replaces it
  void Forget(const std::string& folder);

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const xml::SchemaSet>> loaded_;
};

}  // namespace okno::testbed

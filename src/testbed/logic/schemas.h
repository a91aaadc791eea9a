// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "xml/schema.h"

namespace okno::testbed {

// Compiled business schemas by the name of their folder below `root`, so that the data folder may
// be moved; an earlier release kept whole paths, of which the last part is that name. Thread-safe.
class Schemas {
 public:
  explicit Schemas(std::string root) : root_(std::move(root)) {}
  std::shared_ptr<const xml::SchemaSet> Get(
      const std::string& folder);  // shared: a later upload replaces it
  void Forget(const std::string& folder);

 private:
  std::string root_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const xml::SchemaSet>> loaded_;
};

}  // namespace okno::testbed

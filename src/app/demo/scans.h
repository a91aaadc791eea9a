// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "files/store.h"

namespace okno::app::demo {

// One-page PDFs that stand for scanned documents: a sheet with the document's title. The same title
// is the same file. Thread-safe.
class Scans {
 public:
  explicit Scans(files::Store& store) : store_(store) {}
  files::StoredFile Of(const std::string& title);
  std::string NameOf(const std::string& title) const;

 private:
  files::Store& store_;
  std::mutex mutex_;
  std::map<std::string, files::StoredFile> made_;
};

}  // namespace okno::app::demo

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "answer.h"

namespace okno::http {

// A built web application (Vite's dist folder). Serves files with ETag, prefers their .br and .gz
// siblings, keeps small ones in memory; a path that is no file but is asked for as a page gets the
// nearest index.html above it, whose
// {{nonce}} becomes the page's CSP nonce. Nothing outside the folder is ever served, not even by a
// symbolic link.
class StaticFiles {
 public:
  explicit StaticFiles(std::string folder);  // "" serves nothing
  // Empty: there is no such file. Without the headers that every answer has.
  std::optional<Answer> Serve(const Request& request);

 private:
  struct File {
    std::string path;
    std::size_t size = 0;
    timespec modified{};
    std::shared_ptr<const std::string> bytes;  // null: too large for the memory
  };
  std::optional<File> Find(const std::string& relative);
  std::optional<File> FindPage(std::string_view path);
  Answer ServePage(const File& file) const;
  Answer ServeFile(const File& file, const std::string& relative, const Request& request);

  std::string folder_;
  std::mutex mutex_;
  std::map<std::string, File> cache_;
  std::size_t cached_bytes_ = 0;
};

}  // namespace okno::http

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace okno::files {

// What lies in the store: content is the name. The same bytes put twice are one object.
struct StoredFile {
  std::string sha256_hex;
  std::uint64_t size = 0;
  std::string content_type;  // found by content (libmagic), never the client's claim
  bool operator==(const StoredFile&) const = default;
};

// Which uploads are taken. Judged by content, size and name together.
struct Policy {
  std::uint64_t max_bytes = 50 * 1024 * 1024;
  // Allowed kinds: pdf, jpeg, png, tiff, bmp, gif, doc, docx, xls, xlsx, odt, rtf, txt, xml, zip,
  // rar, sig/p7s.
};

// Refusals of Put*: "file.too_large" (detail = the limit in MB), "file.empty", "file.kind_refused"
// (the kind is not taken), "file.content_mismatch" (the bytes are not what the name says; detail =
// the kind found).
class Store {
 public:
  virtual ~Store() = default;
  // Takes a file that lies at `path` (moved, or copied and removed); refused, it stays where it is.
  // Durable when it returns (fsync of file and folder). Of the client's name only the extension is
  // looked at.
  virtual Result<StoredFile> PutFile(const std::string& path, std::string_view original_name,
                                     const Policy& policy) = 0;
  virtual Result<StoredFile> PutBytes(std::string_view bytes, std::string_view original_name,
                                      const Policy& policy) = 0;
  virtual std::string Read(
      const std::string& sha256_hex) const = 0;  // throws when absent or damaged
  virtual std::string PathOf(
      const std::string& sha256_hex) const = 0;  // for sending; throws when absent
};
// Objects lie at <folder>/ab/cd/abcd…, files on their way in at <folder>/incoming. Many processes
// may share it, and all methods are safe for many threads.
std::unique_ptr<Store> OpenFolderStore(const std::string& folder);

}  // namespace okno::files

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
  // For what others sent and is not sent twice: every kind is kept as it came, an empty file too.
  // What is none of the kinds, or not what its name says, is "application/octet-stream".
  bool any_kind = false;
};

// Refusals of Judge and PutBytes: "file.too_large" (detail = the limit in MB), "file.empty",
// "file.kind_refused" (the kind is not taken), "file.content_mismatch" (the bytes are not what the
// name says; detail = the kind found).
class Store {
 public:
  virtual ~Store() = default;
  // What the store would hold, or why not; nothing is taken yet. Of the client's name only the
  // extension is looked at.
  virtual Result<StoredFile> Judge(const std::string& path, std::string_view original_name,
                                   const Policy& policy) = 0;
  // Takes a judged file (moved, or copied and removed). Durable when it returns (fsync of file and
  // folder). May be repeated: gone from `path`, it must be in the store.
  virtual void Keep(const std::string& path, const StoredFile& judged) = 0;
  // Both at once, for what is wanted in any case.
  Result<StoredFile> PutFile(const std::string& path, std::string_view original_name,
                             const Policy& policy) {
    auto judged = Judge(path, original_name, policy);
    if (judged) Keep(path, *judged);
    return judged;
  }
  virtual Result<StoredFile> PutBytes(std::string_view bytes, std::string_view original_name,
                                      const Policy& policy) = 0;  // judged and kept
  virtual std::string Read(
      const std::string& sha256_hex) const = 0;  // throws when absent or damaged
  virtual std::string PathOf(
      const std::string& sha256_hex) const = 0;  // for sending; throws when absent
};
// Objects lie at <folder>/ab/cd/abcd…, files on their way in at <folder>/incoming. Many processes
// may share it, and all methods are safe for many threads.
std::unique_ptr<Store> OpenFolderStore(const std::string& folder);

}  // namespace okno::files

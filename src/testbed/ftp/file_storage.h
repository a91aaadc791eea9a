// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace okno::testbed {

inline constexpr std::string_view kAnonymousArea = "anonymous";

// The disk behind the FTP server:
//   <root>/upload/<area>/<uuid>/<one file>          what participants put there before they send
//   <root>/messages/<message id>/<uuid>/<one file>  what accepted messages refer to
// Areas are the upload directories of participants and one for everybody. Thread-safe.
class FileStorage {
 public:
  explicit FileStorage(std::string root);

  std::string AreaFolder(std::string_view area) const;  // made when it is not there
  std::string MessageFolder(const Uuid& message_id, const Uuid& directory) const;

  struct Found {
    std::string name;
    std::uint64_t size = 0;
  };
  // The only file of that directory: of the message's folder, when it has been taken before, else
  // in the first area that has one. Empty: no such directory, or it does not hold exactly one file.
  std::optional<Found> Find(const std::vector<std::string>& areas, const Uuid& message_id,
                            const Uuid& directory) const;
  // Moves it to the message's folder. The same call again finds it there: an acceptance cut short
  // may be repeated. False when it is nowhere.
  bool Take(const std::vector<std::string>& areas, const Uuid& message_id, const Uuid& directory);
  void Remove(const Uuid& message_id);
  // Removes what was last touched before `age` ago.
  void Sweep(std::chrono::seconds age);

 private:
  std::string root_;
};

// A file mapped into memory, read only. Throws when it can not be read.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace okno::testbed

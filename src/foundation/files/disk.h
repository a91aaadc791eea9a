// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace okno::files {

// A file descriptor with its owner. Every function throws std::system_error on a fault.
class OpenFile {
 public:
  static OpenFile ForReading(
      const std::filesystem::path& path);  // a link is not followed, only plain files
  // A new file under a name of its own in `folder`.
  static OpenFile Temporary(const std::filesystem::path& folder, std::filesystem::path& path);
  OpenFile(OpenFile&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  ~OpenFile();

  int descriptor() const { return descriptor_; }
  std::uint64_t Size() const;
  // Gives the whole content in pieces, from the start.
  void ReadAll(const std::function<void(std::string_view)>& take) const;
  std::string ReadAt(std::uint64_t offset, std::size_t count) const;
  void Write(std::string_view bytes) const;
  void Sync() const;

 private:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// Makes the names in a folder durable.
void SyncFolder(const std::filesystem::path& folder);
// False when the two lie in different file systems.
bool Rename(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace okno::files

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "ftp/socket.h"

namespace okno::testbed {

// A file of the disk, opened; closes itself. Symbolic links are not followed.
class OpenFile {
 public:
  OpenFile() = default;
  explicit OpenFile(int fd) : fd_(fd) {}
  ~OpenFile();
  OpenFile(OpenFile&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  explicit operator bool() const { return fd_ >= 0; }
  int fd() const { return fd_; }

 private:
  int fd_ = -1;
};
// Empty when there is no such regular file, or it is shorter than `offset`.
OpenFile OpenForReading(const std::string& path, std::uint64_t offset);
// From `offset` on; what stood behind goes. Offset 0 makes the file.
OpenFile OpenForWriting(const std::string& path, std::uint64_t offset);
OpenFile OpenForAppending(const std::string& path);

bool SendFile(const OpenFile& file, const Socket& data, std::chrono::milliseconds patience);
enum class Received { kWhole, kBroken, kTooLarge };
// Until the other side closes. The file keeps what came, so that the client may resume.
Received ReceiveFile(const Socket& data, const OpenFile& file, std::uint64_t limit,
                     std::chrono::milliseconds patience);

// Half of the first piece, for a transfer that is to break there.
void SendHalf(const OpenFile& file, const Socket& data, std::chrono::milliseconds patience);
void ReceiveHalf(const Socket& data, const OpenFile& file, std::chrono::milliseconds patience);

std::string Listing(const std::string& folder, bool names_only);  // lines as `ls -l` writes them
std::string ModifiedAt(const std::string& path);                  // YYYYMMDDhhmmss, UTC

}  // namespace okno::testbed

// SPDX-License-Identifier: Apache-2.0
#include "ftp/transfers.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <filesystem>

namespace okno::testbed {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPiece = 256 * 1024;

std::string Formatted(const char* form, std::time_t at) {
  std::tm parts{};
  ::gmtime_r(&at, &parts);
  std::array<char, 32> text{};
  return std::string(text.data(), std::strftime(text.data(), text.size(), form, &parts));
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    auto written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::uint64_t SizeOf(int fd) {
  struct stat status {};
  return ::fstat(fd, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

OpenFile Open(const std::string& path, int flags) {
  return OpenFile(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600));
}

}  // namespace

OpenFile::~OpenFile() {
  if (fd_ >= 0) ::close(fd_);
}

OpenFile OpenForReading(const std::string& path, std::uint64_t offset) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return {};
  auto file = Open(path, O_RDONLY);
  bool there = file && offset <= SizeOf(file.fd()) &&
               ::lseek(file.fd(), static_cast<off_t>(offset), SEEK_SET) >= 0;
  return there ? std::move(file) : OpenFile();
}

OpenFile OpenForWriting(const std::string& path, std::uint64_t offset) {
  auto file = Open(path, offset == 0 ? O_WRONLY | O_CREAT : O_WRONLY);
  bool there = file && offset <= SizeOf(file.fd()) &&
               ::ftruncate(file.fd(), static_cast<off_t>(offset)) == 0 &&
               ::lseek(file.fd(), static_cast<off_t>(offset), SEEK_SET) >= 0;
  return there ? std::move(file) : OpenFile();
}

OpenFile OpenForAppending(const std::string& path) {
  return Open(path, O_WRONLY | O_CREAT | O_APPEND);
}

bool SendFile(const OpenFile& file, const Socket& data, std::chrono::milliseconds patience) {
  std::string piece(kPiece, '\0');
  while (true) {
    auto read = ::read(file.fd(), piece.data(), piece.size());
    if (read <= 0) return read == 0;
    if (!data.SendAll(std::string_view(piece).substr(0, static_cast<std::size_t>(read)), patience))
      return false;
  }
}

Received ReceiveFile(const Socket& data, const OpenFile& file, std::uint64_t limit,
                     std::chrono::milliseconds patience) {
  auto size = SizeOf(file.fd());
  while (true) {
    auto piece = data.Receive(kPiece, patience);
    if (!piece) return Received::kBroken;
    if (piece->empty()) return Received::kWhole;
    size += piece->size();
    if (size > limit) return Received::kTooLarge;
    if (!WriteAll(file.fd(), *piece)) return Received::kBroken;
  }
}

void SendHalf(const OpenFile& file, const Socket& data, std::chrono::milliseconds patience) {
  std::string piece(kPiece, '\0');
  auto read = ::read(file.fd(), piece.data(), piece.size());
  if (read <= 0) return;
  data.SendAll(std::string_view(piece).substr(0, static_cast<std::size_t>(read) / 2), patience);
}

void ReceiveHalf(const Socket& data, const OpenFile& file, std::chrono::milliseconds patience) {
  auto piece = data.Receive(kPiece, patience);
  if (piece) WriteAll(file.fd(), std::string_view(*piece).substr(0, piece->size() / 2));
}

std::string Listing(const std::string& folder, bool names_only) {
  std::string lines;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    struct stat status {};
    auto name = entry.path().filename().string();
    if (::lstat(entry.path().c_str(), &status) != 0) continue;
    if (!names_only) {
      lines += S_ISDIR(status.st_mode) ? "drwx------" : "-rw-------";
      lines += " 1 smev smev ";
      lines += std::to_string(status.st_size);
      lines += Formatted(" %b %d %H:%M ", status.st_mtime);
    }
    lines += name + "\r\n";
  }
  return lines;
}

std::string ModifiedAt(const std::string& path) {
  struct stat status {};
  ::stat(path.c_str(), &status);
  return Formatted("%Y%m%d%H%M%S", status.st_mtime);
}

}  // namespace okno::testbed

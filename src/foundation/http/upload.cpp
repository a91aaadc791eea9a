// SPDX-License-Identifier: Apache-2.0
#include "upload.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/id.h"

namespace okno::http {
namespace {

constexpr std::size_t kMaxFieldValue = 256 * 1024;
constexpr std::string_view kPrefix = "okno-upload-";

void WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw std::system_error(errno, std::generic_category(), "upload");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

Upload::Upload(std::string folder, std::string_view boundary)
    : folder_(std::move(folder)), parser_(boundary, *this) {}

Upload::~Upload() {
  if (file_ >= 0) ::close(file_);
  for (const auto& path : files_) ::unlink(path.c_str());
}

std::optional<ProtocolError> Upload::Begin(Part part) {
  if (!part.filename.empty()) {
    part.path = folder_ + "/" + std::string(kPrefix) + Uuid::NewV7().ToString();
    file_ = ::open(part.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file_ < 0) throw std::system_error(errno, std::generic_category(), "upload");
    files_.push_back(part.path);
  }
  parts_.push_back(std::move(part));
  return std::nullopt;
}

std::optional<ProtocolError> Upload::Data(std::string_view bytes) {
  auto& part = parts_.back();
  part.size += bytes.size();
  if (file_ >= 0) {
    WriteAll(file_, bytes);
    return std::nullopt;
  }
  if (part.size > kMaxFieldValue) return ProtocolError{413, "http.body_too_large", {}};
  part.value.append(bytes);
  return std::nullopt;
}

std::optional<ProtocolError> Upload::End() {
  if (file_ >= 0) ::close(std::exchange(file_, -1));
  return std::nullopt;
}

void PrepareUploadFolder(const std::string& folder) {
  namespace fs = std::filesystem;
  fs::create_directories(folder);
  std::error_code ignored;  // another process may remove the same file
  auto yesterday = fs::file_time_type::clock::now() - std::chrono::hours(24);
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with(kPrefix)) continue;
    auto written = entry.last_write_time(ignored);
    if (!ignored && written < yesterday) fs::remove(entry.path(), ignored);
  }
}

}  // namespace okno::http

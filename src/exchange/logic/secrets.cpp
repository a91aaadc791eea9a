// SPDX-License-Identifier: Apache-2.0
#include "logic/secrets.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "base/id.h"

namespace okno::exchange {

namespace fs = std::filesystem;

namespace {

void WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0) throw std::runtime_error(std::string("smev secret: ") + std::strerror(errno));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

class Descriptor {
 public:
  explicit Descriptor(const fs::path& path)
      : number(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {
    if (number < 0) throw std::runtime_error(path.string() + ": " + std::strerror(errno));
  }
  ~Descriptor() { ::close(number); }
  Descriptor(const Descriptor&) = delete;
  const int number;
};

}  // namespace

std::string KeepSecret(const std::string& data_folder, std::string_view kind,
                       std::string_view secret) {
  fs::path relative = fs::path("smev-keys") / (Uuid::NewV7().ToString() + "." + std::string(kind));
  auto path = fs::path(data_folder) / relative;
  fs::create_directories(path.parent_path());
  fs::permissions(path.parent_path(), fs::perms::owner_all);
  Descriptor file(path);
  WriteAll(file.number, secret);
  if (::fsync(file.number) != 0) throw std::runtime_error(path.string() + ": fsync");
  return relative.string();
}

}  // namespace okno::exchange

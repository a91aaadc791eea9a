// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "commands/commands.h"
#include "crypto/gost.h"
#include "time/time.h"

namespace okno::app {
namespace {

// A file that is there is not written over: it may be somebody's only key.
void WriteNew(const std::filesystem::path& path, const std::string& text, mode_t mode) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (file < 0)
    throw std::runtime_error("'" + path.string() + "' is there already or can not be made");
  const auto written = write(file, text.data(), text.size());
  const bool closed = close(file) == 0;
  if (written != static_cast<ssize_t>(text.size()) || !closed) {
    throw std::runtime_error("'" + path.string() + "' could not be written");
  }
}

}  // namespace

int RunSmevKeys(const KeysOptions& options) {
  crypto::LoadGost();
  const Instant now = SystemClock().Now();
  crypto::KeyRequest request{.common_name = "Test root of " + options.common_name,
                             .not_before = now,
                             .not_after = now + std::chrono::days(options.days)};
  const auto root = crypto::MakeRoot(request);
  request.common_name = options.common_name;
  request.organization = options.organization;
  request.ogrn = options.ogrn;
  const auto pair = crypto::MakeCertificate(request, root);
  const std::filesystem::path folder(options.folder);
  std::filesystem::create_directories(folder);
  WriteNew(folder / "key.pem", pair.key_pem, 0600);
  WriteNew(folder / "certificate.pem", pair.certificate_pem, 0644);
  WriteNew(folder / "root.pem", root.certificate_pem, 0644);
  std::cout << "okno: key.pem, certificate.pem and root.pem are in " << options.folder << "\n";
  return 0;
}

}  // namespace okno::app

// SPDX-License-Identifier: Apache-2.0
#include "logic/bus_keys.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace okno::testbed {

namespace fs = std::filesystem;

namespace {

std::string ReadWhole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("can not read " + path.string());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void WriteSecret(const fs::path& path, const std::string& text) {
  int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  bool written =
      file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  if (file >= 0) ::close(file);
  if (!written) throw std::runtime_error("can not write " + path.string());
}

}  // namespace

std::shared_ptr<const crypto::Signer> LoadOrMakeBusKey(const std::string& data_folder,
                                                       Instant now) {
  crypto::LoadGost();
  fs::path folder(data_folder);
  fs::create_directories(folder);
  if (!fs::exists(folder / "bus.pem")) {
    auto pair = crypto::MakeRoot({.common_name = "СМЭВ (испытательный стенд Окно)",
                                  .organization = "Испытательный стенд",
                                  .ogrn = "",
                                  .not_before = now - std::chrono::hours(24),
                                  .not_after = now + std::chrono::hours(24 * 365 * 5)});
    WriteSecret(folder / "bus.key", pair.key_pem);
    WriteSecret(folder / "bus.pem", pair.certificate_pem);  // last: it tells that both are there
  }
  auto signer = crypto::LoadPemSigner(ReadWhole(folder / "bus.key"), ReadWhole(folder / "bus.pem"));
  if (!signer)
    throw std::runtime_error("the key of the test bed is damaged: " + signer.refusal().code);
  return *signer;
}

}  // namespace okno::testbed

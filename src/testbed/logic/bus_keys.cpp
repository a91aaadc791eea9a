// SPDX-License-Identifier: Apache-2.0
#include "logic/bus_keys.h"

#include <filesystem>
#include <stdexcept>

#include "logic/secret_files.h"

namespace okno::testbed {

namespace fs = std::filesystem;

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

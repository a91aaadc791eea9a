// SPDX-License-Identifier: Apache-2.0
#include "neighbours/keys.h"

#include <filesystem>
#include <functional>
#include <stdexcept>

#include "logic/secret_files.h"
#include "time/time.h"

namespace okno::testbed::neighbours {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::hours kDay{24};

// The pair named `name` of the folder. The certificate is written last: it tells that both are
// there.
crypto::KeyAndCertificate LoadOrMake(const std::string& folder, const std::string& name,
                                     const std::function<crypto::KeyAndCertificate()>& make) {
  const auto key = fs::path(folder) / (name + ".key"),
             certificate = fs::path(folder) / (name + ".pem");
  if (!fs::exists(certificate)) {
    const auto pair = make();
    WriteSecret(key, pair.key_pem);
    WriteSecret(certificate, pair.certificate_pem);
  }
  return {ReadWhole(key), ReadWhole(certificate)};
}

crypto::KeyRequest RequestFor(std::string_view name) {
  const auto now = SystemClock().Now();
  return {.common_name = std::string(name),
          .organization = "Испытательный стенд",
          .ogrn = "",
          .not_before = now - kDay,
          .not_after = now + kDay * 365 * 5};
}

}  // namespace

Keys::Keys(std::string data_folder) : folder_(std::move(data_folder) + "/neighbours") {
  crypto::LoadGost();
  fs::create_directories(folder_);
  authority_ = LoadOrMake(folder_, "authority", [] {
    return crypto::MakeRoot(RequestFor("УЦ соседних систем (испытательный стенд Окно)"));
  });
}

std::shared_ptr<const crypto::Signer> Keys::SignerOf(std::string_view mnemonic,
                                                     std::string_view name) const {
  const auto pair = LoadOrMake(folder_, std::string(mnemonic), [&] {
    return crypto::MakeCertificate(RequestFor(name), authority_);
  });
  auto signer = crypto::LoadPemSigner(pair.key_pem, pair.certificate_pem);
  if (!signer)
    throw std::runtime_error("the key of " + std::string(mnemonic) +
                             " is damaged: " + signer.refusal().code);
  return *signer;
}

}  // namespace okno::testbed::neighbours

// SPDX-License-Identifier: Apache-2.0
#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>

#include "certificate_native.h"
#include "cms.h"
#include "crypto/hash.h"
#include "gost_engine.h"
#include "pkcs12.h"

namespace okno::crypto {
namespace {

class KeySigner final : public Signer {
 public:
  KeySigner(KeyPtr key, Certificate certificate)
      : key_(std::move(key)), certificate_(std::move(certificate)) {}
  GostAlgorithm algorithm() const override { return *certificate_.algorithm(); }
  const Certificate& certificate() const override { return certificate_; }
  std::string SignDigest(std::string_view digest) const override {
    return SignHash(key_.get(), digest);
  }
  std::string SignCms(std::string_view content) const override {
    return MakeDetachedCms(key_.get(), certificate_, content);
  }

 private:
  KeyPtr key_;
  Certificate certificate_;
};

bool MaySign(const EVP_PKEY* key) {
  const auto algorithm = AlgorithmOf(key);
  return algorithm && *algorithm != GostAlgorithm::kGost2001;
}

// Proved by use: what the key signs, the certificate must verify.
bool Fits(EVP_PKEY* key, const Certificate& certificate) {
  if (certificate.algorithm() != AlgorithmOf(key)) return false;
  const auto digest = RandomBytes(GostDigestSize(*certificate.algorithm()));
  return certificate.Verify(digest, SignHash(key, digest));
}

Refusal Refuse(const char* code) {
  ERR_clear_error();
  return Refusal::Invalid(code);
}

Result<std::shared_ptr<const Signer>> MakeSigner(KeyPtr key, Certificate certificate) {
  if (!MaySign(key.get())) return Refuse("signer.key_malformed");
  if (!Fits(key.get(), certificate)) return Refuse("signer.key_mismatch");
  return std::shared_ptr<const Signer>(
      std::make_shared<KeySigner>(std::move(key), std::move(certificate)));
}

// OpenSSL would ask for a missing password on the terminal.
int GivePassword(char* buffer, int size, int, void* data) {
  const auto& password = *static_cast<const std::string_view*>(data);
  if (password.empty() || password.size() > static_cast<std::size_t>(size)) return -1;
  std::ranges::copy(password, buffer);
  return static_cast<int>(password.size());
}

}  // namespace

Result<std::shared_ptr<const Signer>> LoadPemSigner(std::string_view key_pem,
                                                    std::string_view certificate_pem,
                                                    std::string_view password) {
  auto certificate = Certificate::FromPem(certificate_pem);
  if (!certificate) return certificate.refusal();
  KeyPtr key(PEM_read_bio_PrivateKey(ReadBio(key_pem).get(), nullptr, GivePassword, &password));
  if (key == nullptr) {
    const bool encrypted = key_pem.find("ENCRYPTED") != std::string_view::npos;
    return Refuse(encrypted ? "signer.password" : "signer.key_malformed");
  }
  return MakeSigner(std::move(key), *std::move(certificate));
}

Result<std::shared_ptr<const Signer>> LoadPkcs12Signer(std::string_view pkcs12,
                                                       std::string_view password) {
  auto opened = OpenPkcs12(pkcs12, password);
  if (!opened) return opened.refusal();
  return MakeSigner(std::move(opened->key),
                    CertificateAccess::Wrap(std::move(opened->certificate)));
}

}  // namespace okno::crypto

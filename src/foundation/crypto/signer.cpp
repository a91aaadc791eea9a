// SPDX-License-Identifier: Apache-2.0
#include <openssl/err.h>
#include <openssl/pem.h>

#include "certificate_native.h"
#include "cms.h"
#include "crypto/hash.h"
#include "gost_engine.h"

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

// An encrypted key is refused; OpenSSL would ask for its password on the terminal.
int NoPassword(char*, int, int, void*) { return -1; }

}  // namespace

Result<std::shared_ptr<const Signer>> LoadPemSigner(std::string_view key_pem,
                                                    std::string_view certificate_pem) {
  auto certificate = Certificate::FromPem(certificate_pem);
  if (!certificate) return certificate.refusal();
  KeyPtr key(PEM_read_bio_PrivateKey(ReadBio(key_pem).get(), nullptr, NoPassword, nullptr));
  if (key == nullptr) return Refuse("signer.key_malformed");
  return MakeSigner(std::move(key), *std::move(certificate));
}

Result<std::shared_ptr<const Signer>> LoadPkcs12Signer(std::string_view pkcs12,
                                                       std::string_view password) {
  LoadGost();
  const Pkcs12Ptr store(d2i_PKCS12_bio(ReadBio(pkcs12).get(), nullptr));
  if (store == nullptr) return Refuse("signer.key_malformed");
  const std::string secret(password);
  if (PKCS12_verify_mac(store.get(), secret.c_str(), static_cast<int>(secret.size())) != 1) {
    return Refuse("signer.password");
  }
  EVP_PKEY* key = nullptr;
  X509* x509 = nullptr;
  const bool read = PKCS12_parse(store.get(), secret.c_str(), &key, &x509, nullptr) == 1;
  KeyPtr owned_key(key);
  X509Ptr owned_x509(x509);
  if (!read || key == nullptr || x509 == nullptr) return Refuse("signer.key_malformed");
  return MakeSigner(std::move(owned_key), CertificateAccess::Wrap(std::move(owned_x509)));
}

}  // namespace okno::crypto

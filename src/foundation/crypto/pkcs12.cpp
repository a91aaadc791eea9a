// SPDX-License-Identifier: Apache-2.0
#include "pkcs12.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include "crypto/gost.h"
#include "gost_engine.h"
#include "pem.h"

namespace okno::crypto {
namespace {

using StackPtr =
    std::unique_ptr<STACK_OF(X509),
                    decltype([](STACK_OF(X509) * s) { sk_X509_pop_free(s, X509_free); })>;

constexpr int kKeyRounds = 100'000;  // of PBKDF2
constexpr int kMacRounds = 2048;

Refusal Refuse(const char* code) {
  ERR_clear_error();
  return Refusal::Invalid(code);
}

StackPtr ReadChain(std::string_view pem) {
  StackPtr chain(sk_X509_new_null());
  if (pem.empty()) return chain;
  const auto bio = ReadBio(pem);
  while (auto* x509 = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
    sk_X509_push(chain.get(), x509);
  }
  ERR_clear_error();  // the end of the text is an error to OpenSSL
  return chain;
}

}  // namespace

Result<OpenedPkcs12> OpenPkcs12(std::string_view pkcs12, std::string_view password) {
  LoadGost();
  const Pkcs12Ptr store(d2i_PKCS12_bio(ReadBio(pkcs12).get(), nullptr));
  if (store == nullptr) return Refuse("signer.key_malformed");
  const std::string secret(password);
  if (PKCS12_verify_mac(store.get(), secret.c_str(), static_cast<int>(secret.size())) != 1) {
    return Refuse("signer.password");
  }
  EVP_PKEY* key = nullptr;
  X509* x509 = nullptr;
  STACK_OF(X509)* others = nullptr;
  const bool read = PKCS12_parse(store.get(), secret.c_str(), &key, &x509, &others) == 1;
  OpenedPkcs12 opened{KeyPtr(key), X509Ptr(x509), {}};
  const StackPtr owned(others);
  if (!read || key == nullptr || x509 == nullptr) return Refuse("signer.key_malformed");
  for (int i = 0; owned && i < sk_X509_num(owned.get()); ++i) {
    auto* other = sk_X509_value(owned.get(), i);
    X509_up_ref(other);
    opened.chain.emplace_back(other);
  }
  ERR_clear_error();
  return opened;
}

Result<Pkcs12Content> ReadPkcs12(std::string_view pkcs12, std::string_view password) {
  auto opened = OpenPkcs12(pkcs12, password);
  if (!opened) return opened.refusal();
  Pkcs12Content content{{KeyPem(opened->key.get()), X509Pem(opened->certificate.get())}, {}};
  for (const auto& other : opened->chain) content.chain_pem += X509Pem(other.get());
  return content;
}

std::string MakePkcs12(const KeyAndCertificate& pair, std::string_view password, Pkcs12Form form,
                       std::string_view chain_pem) {
  const auto certificate = ReadX509(pair.certificate_pem);
  const auto key = ReadKey(pair.key_pem);
  const auto chain = ReadChain(chain_pem);
  const bool gost = form == Pkcs12Form::kGost;
  const int cipher = gost ? NID_id_Gost28147_89 : NID_aes_256_cbc;
  constexpr int kNoMacYet = -1;
  const std::string secret(password);
  const Pkcs12Ptr store(PKCS12_create(secret.c_str(), "okno", key.get(), certificate.get(),
                                      chain.get(), cipher, cipher, kKeyRounds, kNoMacYet, 0));
  Check(store != nullptr, "PKCS12_create");
  const auto* digest = gost ? GostDigestMethod(GostAlgorithm::kGost2012_512) : EVP_sha256();
  Check(PKCS12_set_mac(store.get(), secret.c_str(), -1, nullptr, 0, kMacRounds, digest) == 1,
        "PKCS12_set_mac");
  const auto bio = WriteBio();
  Check(i2d_PKCS12_bio(bio.get(), store.get()) == 1, "i2d_PKCS12_bio");
  return Contents(bio.get());
}

}  // namespace okno::crypto

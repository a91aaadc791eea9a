// SPDX-License-Identifier: Apache-2.0
// GnuTLS has its own GOST: what one implementation signs, the other must verify.
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <gtest/gtest.h>

#include "gost_engine.h"
#include "test_keys.h"

namespace okno::crypto {
namespace {

struct FreePublicKey {
  void operator()(gnutls_pubkey_t key) const { gnutls_pubkey_deinit(key); }
};
using PublicKey = std::unique_ptr<std::remove_pointer_t<gnutls_pubkey_t>, FreePublicKey>;

gnutls_datum_t Datum(const std::string& bytes) {
  return {reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data())),
          static_cast<unsigned>(bytes.size())};
}

PublicKey KeyOf(const Certificate& certificate) {
  gnutls_x509_crt_t x509 = nullptr;
  gnutls_pubkey_t key = nullptr;
  const auto der = certificate.der();
  const auto datum = Datum(der);
  gnutls_x509_crt_init(&x509);
  gnutls_pubkey_init(&key);
  EXPECT_EQ(gnutls_x509_crt_import(x509, &datum, GNUTLS_X509_FMT_DER), 0);
  EXPECT_EQ(gnutls_pubkey_import_x509(key, x509, 0), 0);
  gnutls_x509_crt_deinit(x509);
  return PublicKey(key);
}

struct Case {
  GostAlgorithm algorithm;
  gnutls_sign_algorithm_t sign;
};
constexpr Case kCases[] = {{GostAlgorithm::kGost2012_256, GNUTLS_SIGN_GOST_256},
                           {GostAlgorithm::kGost2012_512, GNUTLS_SIGN_GOST_512}};

TEST(GnuTls, VerifiesWhatWeSign) {
  const std::string text = "Запрос сведений";
  for (const auto& [algorithm, sign] : kCases) {
    const auto signer = SignerOf(MakeRoot(RequestFor("ИС МФЦ", algorithm)));
    const auto key = KeyOf(signer->certificate());
    const auto signature = signer->SignDigest(GostDigest(algorithm, text));
    const auto value = Datum(signature);
    const auto data = Datum(text);
    EXPECT_EQ(gnutls_pubkey_verify_data2(key.get(), sign, 0, &data, &value), 0);
    const std::string other = text + "!";
    const auto changed = Datum(other);
    EXPECT_LT(gnutls_pubkey_verify_data2(key.get(), sign, 0, &changed, &value), 0);
  }
}

TEST(GnuTls, SignsWhatWeVerify) {
  const std::string text = "Ответ";
  for (const auto& [algorithm, sign] : kCases) {
    const auto pair = MakeRoot(RequestFor("ИС ведомства", algorithm));
    gnutls_privkey_t key = nullptr;
    gnutls_privkey_init(&key);
    const auto pem = Datum(pair.key_pem);
    ASSERT_EQ(gnutls_privkey_import_x509_raw(key, &pem, GNUTLS_X509_FMT_PEM, nullptr, 0), 0);
    gnutls_datum_t signature{};
    const auto data = Datum(text);
    ASSERT_EQ(gnutls_privkey_sign_data2(key, sign, 0, &data, &signature), 0);
    const std::string raw(reinterpret_cast<char*>(signature.data), signature.size);
    gnutls_free(signature.data);
    gnutls_privkey_deinit(key);
    EXPECT_TRUE(Read(pair).Verify(GostDigest(algorithm, text), raw));
  }
}

TEST(GnuTls, VerifiesOurChain) {
  for (const auto& [algorithm, sign] : kCases) {
    const auto root = MakeRoot(RequestFor("Корень", algorithm));
    const auto leaf_der = Read(MakeCertificate(RequestFor("ИС", algorithm), root)).der();
    const auto root_der = Read(root).der();
    gnutls_x509_crt_t leaf = nullptr;
    gnutls_x509_crt_t issuer = nullptr;
    gnutls_x509_crt_init(&leaf);
    gnutls_x509_crt_init(&issuer);
    const auto leaf_datum = Datum(leaf_der);
    const auto root_datum = Datum(root_der);
    ASSERT_EQ(gnutls_x509_crt_import(leaf, &leaf_datum, GNUTLS_X509_FMT_DER), 0);
    ASSERT_EQ(gnutls_x509_crt_import(issuer, &root_datum, GNUTLS_X509_FMT_DER), 0);
    unsigned status = ~0U;
    EXPECT_EQ(gnutls_x509_crt_verify(leaf, &issuer, 1, GNUTLS_VERIFY_DISABLE_TIME_CHECKS, &status),
              0);
    EXPECT_EQ(status, 0U);
    gnutls_x509_crt_deinit(leaf);
    gnutls_x509_crt_deinit(issuer);
  }
}

}  // namespace
}  // namespace okno::crypto

// SPDX-License-Identifier: Apache-2.0
// Keys of GnuTLS on every curve it has: what it signs we verify, what we sign with the same key it
// verifies.
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "gost_engine.h"

namespace okno::crypto {
namespace {

using PrivateKey =
    std::unique_ptr<std::remove_pointer_t<gnutls_privkey_t>,
                    decltype([](gnutls_privkey_t key) { gnutls_privkey_deinit(key); })>;
using PublicKey = std::unique_ptr<std::remove_pointer_t<gnutls_pubkey_t>,
                                  decltype([](gnutls_pubkey_t key) { gnutls_pubkey_deinit(key); })>;

gnutls_datum_t Datum(const std::string& bytes) {
  return {reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data())),
          static_cast<unsigned>(bytes.size())};
}

std::string Taken(gnutls_datum_t datum) {
  std::string bytes(reinterpret_cast<char*>(datum.data), datum.size);
  gnutls_free(datum.data);
  return bytes;
}

struct Curve {
  const char* name;
  GostAlgorithm algorithm;
  gnutls_pk_algorithm_t key;
  gnutls_ecc_curve_t curve;
  gnutls_sign_algorithm_t sign;
};
constexpr auto k256 = GostAlgorithm::kGost2012_256;
constexpr auto k512 = GostAlgorithm::kGost2012_512;
constexpr auto k2001 = GostAlgorithm::kGost2001;
constexpr Curve kCurves[] = {
    {"256 CryptoPro-A", k256, GNUTLS_PK_GOST_12_256, GNUTLS_ECC_CURVE_GOST256CPA,
     GNUTLS_SIGN_GOST_256},
    {"256 XchA", k256, GNUTLS_PK_GOST_12_256, GNUTLS_ECC_CURVE_GOST256CPXA, GNUTLS_SIGN_GOST_256},
    {"256 tc26-B", k256, GNUTLS_PK_GOST_12_256, GNUTLS_ECC_CURVE_GOST256B, GNUTLS_SIGN_GOST_256},
    {"512 A", k512, GNUTLS_PK_GOST_12_512, GNUTLS_ECC_CURVE_GOST512A, GNUTLS_SIGN_GOST_512},
    {"2001 CryptoPro-A", k2001, GNUTLS_PK_GOST_01, GNUTLS_ECC_CURVE_GOST256CPA,
     GNUTLS_SIGN_GOST_94},
    {"2001 XchA", k2001, GNUTLS_PK_GOST_01, GNUTLS_ECC_CURVE_GOST256CPXA, GNUTLS_SIGN_GOST_94},
};

PrivateKey GenerateAny(const Curve& curve) {
  gnutls_privkey_t key = nullptr;
  gnutls_privkey_init(&key);
  PrivateKey owned(key);
  const auto bits = static_cast<unsigned>(GNUTLS_CURVE_TO_BITS(curve.curve));
  EXPECT_EQ(gnutls_privkey_generate(key, curve.key, bits, 0), 0);
  return owned;
}

std::size_t BytesOfSecret(const PrivateKey& key) {
  gnutls_ecc_curve_t curve{};
  gnutls_digest_algorithm_t digest{};
  gnutls_gost_paramset_t parameters{};
  gnutls_datum_t secret{};
  EXPECT_EQ(gnutls_privkey_export_gost_raw2(key.get(), &curve, &digest, &parameters, nullptr,
                                            nullptr, &secret, 0),
            0);
  return Taken(secret).size();
}

// GnuTLS writes the secret number of one key of 256, which has a zero as its highest byte, shorter
// than a key of the curve is, and OpenSSL does not read that: such a key is left out.
PrivateKey Generate(const Curve& curve) {
  const std::size_t whole = curve.algorithm == k512 ? 64 : 32;
  auto key = GenerateAny(curve);
  while (BytesOfSecret(key) < whole && !::testing::Test::HasFailure()) key = GenerateAny(curve);
  return key;
}

PublicKey PublicOf(const PrivateKey& key) {
  gnutls_pubkey_t made = nullptr;
  gnutls_pubkey_init(&made);
  EXPECT_EQ(gnutls_pubkey_import_privkey(made, key.get(), 0, 0), 0);
  return PublicKey(made);
}

KeyPtr OursOf(const PublicKey& key) {
  gnutls_datum_t der{};
  EXPECT_EQ(gnutls_pubkey_export2(key.get(), GNUTLS_X509_FMT_DER, &der), 0);
  const auto bytes = Taken(der);
  const auto* at = Bytes(bytes);
  return KeyPtr(d2i_PUBKEY(nullptr, &at, static_cast<long>(bytes.size())));
}

KeyPtr OursOf(const PrivateKey& key) {
  gnutls_x509_privkey_t exported = nullptr;
  EXPECT_EQ(gnutls_privkey_export_x509(key.get(), &exported), 0);
  gnutls_datum_t der{};
  EXPECT_EQ(gnutls_x509_privkey_export2_pkcs8(exported, GNUTLS_X509_FMT_DER, nullptr,
                                              GNUTLS_PKCS_PLAIN, &der),
            0);
  gnutls_x509_privkey_deinit(exported);
  const auto bytes = Taken(der);
  const auto* at = Bytes(bytes);
  return KeyPtr(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(bytes.size())));
}

class GnuTlsCurve : public ::testing::TestWithParam<Curve> {};

TEST_P(GnuTlsCurve, AgreesInBothDirections) {
  LoadGost();
  const auto& curve = GetParam();
  const auto key = Generate(curve);
  const auto public_key = PublicOf(key);
  const auto ours = OursOf(public_key);
  ASSERT_NE(ours, nullptr);
  const std::string text = "Запрос сведений";
  const auto data = Datum(text);
  const auto digest = GostDigest(curve.algorithm, text);

  gnutls_datum_t signature{};
  ASSERT_EQ(gnutls_privkey_sign_data2(key.get(), curve.sign, 0, &data, &signature), 0);
  const auto theirs = Taken(signature);
  EXPECT_TRUE(VerifyHash(ours.get(), digest, theirs));
  EXPECT_FALSE(VerifyHash(ours.get(), GostDigest(curve.algorithm, text + "!"), theirs));

  const auto secret = OursOf(key);
  ASSERT_NE(secret, nullptr);
  const auto own = SignHash(secret.get(), digest);
  const auto value = Datum(own);
  constexpr unsigned kOldToo = GNUTLS_VERIFY_ALLOW_BROKEN;  // 34.11-94 counts as broken there
  EXPECT_GE(gnutls_pubkey_verify_data2(public_key.get(), curve.sign, kOldToo, &data, &value), 0);
  const std::string other = text + "!";
  const auto changed = Datum(other);
  EXPECT_LT(gnutls_pubkey_verify_data2(public_key.get(), curve.sign, kOldToo, &changed, &value), 0);
}

INSTANTIATE_TEST_SUITE_P(Every, GnuTlsCurve, ::testing::ValuesIn(kCurves), [](const auto& info) {
  std::string name(info.param.name);
  for (char& c : name) c = c == ' ' || c == '-' ? '_' : c;
  return name;
});

TEST(GnuTlsDigest, IsOursForTextsOfAllLengths) {
  struct Pair {
    GostAlgorithm ours;
    gnutls_digest_algorithm_t theirs;
  };
  for (const auto& [ours, theirs] :
       {Pair{k256, GNUTLS_DIG_STREEBOG_256}, Pair{k512, GNUTLS_DIG_STREEBOG_512},
        Pair{k2001, GNUTLS_DIG_GOSTR_94}}) {
    for (std::size_t size = 0; size < 300; ++size) {
      const auto bytes = RandomBytes(size);
      std::string digest(gnutls_hash_get_len(theirs), '\0');
      ASSERT_EQ(gnutls_hash_fast(theirs, bytes.data(), bytes.size(), digest.data()), 0);
      ASSERT_EQ(GostDigest(ours, bytes), digest) << size;
    }
  }
}

}  // namespace
}  // namespace okno::crypto

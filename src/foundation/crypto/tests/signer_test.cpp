// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "crypto/hash.h"
#include "gost_engine.h"
#include "test_keys.h"
#include "text/strings.h"

namespace okno::crypto {
namespace {

using enum GostAlgorithm;

TEST(Signer, SignsWhatItsCertificateVerifies) {
  for (auto algorithm : {kGost2012_256, kGost2012_512}) {
    const auto signer = SignerOf(MakeRoot(RequestFor("A", algorithm)));
    EXPECT_EQ(signer->algorithm(), algorithm);
    const auto digest = GostDigest(algorithm, "Заявление");
    auto signature = signer->SignDigest(digest);
    EXPECT_EQ(signature.size(), 2 * digest.size());
    EXPECT_TRUE(signer->certificate().Verify(digest, signature));
    EXPECT_FALSE(signer->certificate().Verify(GostDigest(algorithm, "заявление"), signature));
    EXPECT_FALSE(signer->certificate().Verify(digest, signature.substr(1)));
    EXPECT_FALSE(signer->certificate().Verify(digest.substr(1), signature));
    EXPECT_FALSE(signer->certificate().Verify(digest, std::string(signature.size(), '\0')));
    EXPECT_FALSE(signer->certificate().Verify(digest, ""));
    signature[5] = static_cast<char>(signature[5] ^ 1);
    EXPECT_FALSE(signer->certificate().Verify(digest, signature));
  }
}

TEST(Signer, VerifiesOldSignaturesOfGost2001) {
  const auto key = GenerateGostKey(kGost2001);
  const auto digest = GostDigest(kGost2001, "старое сообщение");
  const auto signature = SignHash(key.get(), digest);
  EXPECT_TRUE(VerifyHash(key.get(), digest, signature));
  EXPECT_FALSE(VerifyHash(key.get(), GostDigest(kGost2001, "другое"), signature));
}

std::string Decoded(std::string_view base64) {
  std::string bytes;
  EXPECT_TRUE(text::Base64Decode(base64, bytes));
  return bytes;
}

// A throw-away key of another program, what it signed (a canonical SignedInfo), and the value it
// gave.
TEST(Signer, AgreesWithAVectorMadeElsewhere) {
  constexpr auto kSignedInfo =
      R"(<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">)"
      R"(<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:CanonicalizationMethod>)"
      R"(<ds:SignatureMethod Algorithm="urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-256"></ds:SignatureMethod>)"
      R"(<ds:Reference URI="#ID1"><ds:Transforms>)"
      R"(<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform>)"
      R"(<ds:Transform Algorithm="urn://smev-gov-ru/xmldsig/transform"></ds:Transform></ds:Transforms>)"
      R"(<ds:DigestMethod Algorithm="urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34112012-256"></ds:DigestMethod>)"
      R"(<ds:DigestValue>GNgl9B7Zli6+/CW30HMgafqzuPgMI1v8jylH3E9I8Q0=</ds:DigestValue></ds:Reference></ds:SignedInfo>)";
  const auto digest = GostDigest(kGost2012_256, kSignedInfo);
  const auto spki = Decoded(
      "MGYwHwYIKoUDBwEBAQEwEwYHKoUDAgIjAQYIKoUDBwEBAgIDQwAEQO1mQfHiKzE1jCoKvHy6KrWelYngOHQBPuN3o6CY"
      "lbG0AIG/"
      "E5oZF6VQKsY2egWr5uTd4G8ivOYnE8TWVP2nb7A=");
  const auto* at = Bytes(spki);
  const KeyPtr public_key(d2i_PUBKEY(nullptr, &at, static_cast<long>(spki.size())));
  const auto value = Decoded(
      "YhL4YvGI2oOcKzcqoQfnhfRpIc7dtTF60I+d8owaBJPIfBG/MgK32LSLhe7DrkfLC8g63UuzfxeVmp928wxjIA==");
  EXPECT_TRUE(VerifyHash(public_key.get(), digest, value));

  const auto pkcs8 = Decoded(
      "MEYCAQAwHwYIKoUDBwEBAQEwEwYHKoUDAgIjAQYIKoUDBwEBAgIEINthXnbvGFOE1ZxCc7GUnoJFnbvfuk9S0uYy9tFw"
      "lXxV");
  at = Bytes(pkcs8);
  const KeyPtr private_key(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(pkcs8.size())));
  ASSERT_NE(private_key, nullptr);
  EXPECT_TRUE(VerifyHash(public_key.get(), digest, SignHash(private_key.get(), digest)));
}

TEST(Signer, RefusesAKeyThatDoesNotFit) {
  const auto one = MakeRoot(RequestFor("A"));
  const auto other = MakeRoot(RequestFor("A"));
  EXPECT_EQ(LoadPemSigner(one.key_pem, other.certificate_pem).refusal().code,
            "signer.key_mismatch");
  const auto longer = MakeRoot(RequestFor("A", kGost2012_512));
  EXPECT_EQ(LoadPemSigner(longer.key_pem, one.certificate_pem).refusal().code,
            "signer.key_mismatch");
}

TEST(Signer, RefusesWhatIsNoKey) {
  const auto pair = MakeRoot(RequestFor("A"));
  EXPECT_EQ(LoadPemSigner("", pair.certificate_pem).refusal().code, "signer.key_malformed");
  EXPECT_EQ(LoadPemSigner(pair.certificate_pem, pair.certificate_pem).refusal().code,
            "signer.key_malformed");
  EXPECT_EQ(LoadPemSigner(pair.key_pem, pair.key_pem).refusal().code, "certificate.malformed");
}

TEST(Signer, IsLoadedFromPkcs12) {
  const auto pair = MakeRoot(RequestFor("ИС МФЦ"));
  const auto store = MakePkcs12(pair, "секрет");
  const auto signer = LoadPkcs12Signer(store, "секрет");
  ASSERT_TRUE(signer);
  const auto digest = GostDigest(kGost2012_256, "x");
  EXPECT_TRUE(Read(pair).Verify(digest, (*signer)->SignDigest(digest)));
  EXPECT_EQ((*signer)->certificate().subject_name(), "ИС МФЦ");
  EXPECT_EQ(LoadPkcs12Signer(store, "пароль").refusal().code, "signer.password");
  EXPECT_EQ(LoadPkcs12Signer("junk", "секрет").refusal().code, "signer.key_malformed");
  EXPECT_EQ(LoadPkcs12Signer("", "").refusal().code, "signer.key_malformed");
}

TEST(Signer, ServesFourThreadsAtOnce) {
  const auto signer = SignerOf(MakeRoot(RequestFor("A")));
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 200; ++i) {
        const auto text = std::to_string(t) + ":" + std::to_string(i);
        const auto digest = GostDigest(kGost2012_256, text);
        const auto signature = signer->SignDigest(digest);
        const bool right = signer->certificate().Verify(digest, signature);
        const bool tampered =
            signer->certificate().Verify(GostDigest(kGost2012_256, text + "x"), signature);
        const bool cms = i % 20 != 0 || VerifyCms(signer->SignCms(text), text).valid;
        if (!right || tampered || !cms) ++wrong;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace okno::crypto

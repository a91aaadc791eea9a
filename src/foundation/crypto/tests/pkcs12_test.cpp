// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <openssl/pkcs12.h>

#include "openssl_types.h"
#include "pem.h"
#include "test_keys.h"

namespace okno::crypto {
namespace {

constexpr int kNoMacYet = -1, kUnencrypted = -1;

struct Making {
  int key = NID_aes_256_cbc, certificate = NID_aes_256_cbc;
  int rounds = 2048, mac_rounds = 2048;
};

// As another program would write it.
std::string Make(const Making& making) {
  const auto pair = MakeRoot(RequestFor("A"));
  const auto certificate = ReadX509(pair.certificate_pem);
  const auto key = ReadKey(pair.key_pem);
  const Pkcs12Ptr store(PKCS12_create("secret", "name", key.get(), certificate.get(), nullptr,
                                      making.key, making.certificate, making.rounds, kNoMacYet, 0));
  Check(store != nullptr, "PKCS12_create");
  Check(PKCS12_set_mac(store.get(), "secret", -1, nullptr, 0, making.mac_rounds, EVP_sha256()) == 1,
        "PKCS12_set_mac");
  const auto bio = WriteBio();
  Check(i2d_PKCS12_bio(bio.get(), store.get()) == 1, "i2d_PKCS12_bio");
  return Contents(bio.get());
}

std::string CodeOf(const std::string& store) {
  const auto opened = LoadPkcs12Signer(store, "secret");
  const auto read = ReadPkcs12(store, "secret");
  EXPECT_EQ(opened.ok(), read.ok());
  return opened ? "" : opened.refusal().code;
}

// The rounds in the file, changed without making them: ASN.1 INTEGERs of three bytes.
std::string WithRounds(std::string store, const char* from, const char* to) {
  std::size_t places = 0;
  for (auto at = store.find(from, 0, 5); at != std::string::npos;
       at = store.find(from, at + 5, 5)) {
    store.replace(at, 5, to, 5);
    ++places;
  }
  EXPECT_GT(places, 0u);
  return store;
}

TEST(Pkcs12, OfOtherProgramsIsOpened) {
  EXPECT_EQ(CodeOf(Make({})), "");
  EXPECT_EQ(CodeOf(Make({.key = NID_pbe_WithSHA1And3_Key_TripleDES_CBC,
                         .certificate = NID_pbe_WithSHA1And3_Key_TripleDES_CBC,
                         .rounds = 1000,
                         .mac_rounds = 1000})),
            "");
  EXPECT_EQ(CodeOf(Make({.certificate = kUnencrypted})), "") << "the certificate is no secret";
}

TEST(Pkcs12, AKeyThatLiesOpenIsRefused) {
  EXPECT_EQ(CodeOf(Make({.key = kUnencrypted})), "signer.key_open");
}

TEST(Pkcs12, TheRoundsAreNotTheFilesToChoose) {
  EXPECT_EQ(CodeOf(Make({.rounds = 999})), "signer.key_rounds");
  EXPECT_EQ(CodeOf(Make({.mac_rounds = 999})), "signer.key_rounds");
  // 80,000 become more than 8 million: hours of work, if it were done.
  const auto store = Make({.mac_rounds = 80'000});
  EXPECT_EQ(CodeOf(store), "");
  EXPECT_EQ(CodeOf(WithRounds(store, "\x02\x03\x01\x38\x80", "\x02\x03\x7f\xff\xff")),
            "signer.key_rounds");
  EXPECT_EQ(CodeOf(Make({.rounds = 600'000})), "signer.key_rounds")
      << "two bags of that are too many";
}

}  // namespace
}  // namespace okno::crypto

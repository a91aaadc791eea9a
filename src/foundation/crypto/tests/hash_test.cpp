// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"

#include <gtest/gtest.h>

#include <set>

#include "text/strings.h"

namespace okno::crypto {
namespace {

using text::HexEncode;

TEST(Sha256, GivesTheKnownDigests) {
  EXPECT_EQ(HexEncode(Sha256("")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(HexEncode(Sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, IsTheSameInPieces) {
  Sha256Stream stream;
  for (auto piece : {"a", "", "bc"}) stream.Update(piece);
  EXPECT_EQ(stream.Finish(), Sha256("abc"));
}

TEST(Hmac, GivesTheKnownCodes) {  // RFC 2202 and RFC 4231, case 2
  EXPECT_EQ(HexEncode(HmacSha1("Jefe", "what do ya want for nothing?")),
            "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
  EXPECT_EQ(HexEncode(HmacSha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(HexEncode(HmacSha256({}, {})),
            "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(Random, IsNeverTheSame) {
  EXPECT_EQ(RandomBytes(0), "");
  EXPECT_EQ(RandomBytes(1000).size(), 1000U);
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) {
    const auto token = RandomToken();
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(
        token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        std::string::npos);
    EXPECT_TRUE(tokens.insert(token).second);
  }
}

TEST(SameBytes, ComparesLengthAndContent) {
  EXPECT_TRUE(SameBytes("", ""));
  EXPECT_TRUE(SameBytes("abc", "abc"));
  EXPECT_FALSE(SameBytes("abc", "abd"));
  EXPECT_FALSE(SameBytes("abc", "ab"));
}

TEST(Password, IsVerifiedAndNotStored) {
  const auto encoded = HashPassword("Пароль 42");
  EXPECT_TRUE(encoded.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << encoded;
  EXPECT_EQ(encoded.find('\0'), std::string::npos);
  EXPECT_TRUE(VerifyPassword("Пароль 42", encoded));
  EXPECT_FALSE(VerifyPassword("Пароль 43", encoded));
  EXPECT_FALSE(VerifyPassword("", encoded));
  EXPECT_NE(encoded, HashPassword("Пароль 42")) << "each hash has its own salt";
  for (auto broken : {"", "plain", "$argon2id$v=19$m=19456,t=2,p=1$",
                      "$argon2i$v=19$m=16,t=2,p=1$c2FsdHNhbHQ$AAAA"}) {
    EXPECT_FALSE(VerifyPassword("Пароль 42", broken)) << broken;
  }
}

TEST(Totp, GivesTheCodesOfRfc6238) {
  constexpr auto kSecret = "12345678901234567890";
  EXPECT_EQ(TotpCode(kSecret, 59), "287082");
  EXPECT_EQ(TotpCode(kSecret, 1111111109), "081804");
  EXPECT_EQ(TotpCode(kSecret, 1111111111), "050471");
  EXPECT_EQ(TotpCode(kSecret, 20000000000), "353130");
}

TEST(Base32, GivesTheTextsOfRfc4648) {
  EXPECT_EQ(Base32Encode(""), "");
  EXPECT_EQ(Base32Encode("f"), "MY======");
  EXPECT_EQ(Base32Encode("fo"), "MZXQ====");
  EXPECT_EQ(Base32Encode("foo"), "MZXW6===");
  EXPECT_EQ(Base32Encode("foob"), "MZXW6YQ=");
  EXPECT_EQ(Base32Encode("foobar"), "MZXW6YTBOI======");
  EXPECT_EQ(Base32Encode("\xFF\xFF\xFF\xFF\xFF"), "77777777");
}

}  // namespace
}  // namespace okno::crypto

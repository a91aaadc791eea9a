// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/one_time_code.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"

namespace okno::access::rules {
namespace {

const std::string kSecret = "12345678901234567890";  // RFC 6238, appendix B
constexpr long long kSecond = 1111111109;
constexpr long long kStep = kSecond / 30;

Instant At(long long second) { return Instant(std::chrono::seconds(second)); }

TEST(OneTimeCode, TakesTheCodesOfThisStepAndItsNeighbours) {
  for (int off : {-1, 0, 1}) {
    const auto code = crypto::TotpCode(kSecret, kSecond + off * 30);
    EXPECT_EQ(MatchStep(kSecret, code, At(kSecond), 0), kStep + off) << off;
  }
}

TEST(OneTimeCode, RefusesCodesOfFartherSteps) {
  for (int off : {-2, 2}) {
    const auto code = crypto::TotpCode(kSecret, kSecond + off * 30);
    EXPECT_FALSE(MatchStep(kSecret, code, At(kSecond), 0)) << off;
  }
}

TEST(OneTimeCode, RefusesACodeThatIsUsedAndThoseBefore) {
  const auto code = crypto::TotpCode(kSecret, kSecond);
  EXPECT_FALSE(MatchStep(kSecret, code, At(kSecond), kStep));
  EXPECT_FALSE(MatchStep(kSecret, code, At(kSecond), kStep + 1));
  EXPECT_TRUE(MatchStep(kSecret, code, At(kSecond), kStep - 1));
}

TEST(OneTimeCode, ReadsTheRfcsCodeWithABlankInside) {
  EXPECT_EQ(MatchStep(kSecret, "081 804", At(kSecond), 0), kStep);
}

TEST(OneTimeCode, RefusesWhatIsNoCode) {
  for (const char* typed : {"", "08180", "0818045", "abcdef"}) {
    EXPECT_FALSE(MatchStep(kSecret, typed, At(kSecond), 0)) << typed;
  }
}

TEST(OneTimeCode, UriHoldsSecretAndIssuer) {
  EXPECT_EQ(OtpauthUri("anna", kSecret),
            "otpauth://totp/Okno:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Okno"
            "&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace okno::access::rules

// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/one_time_code.h"

#include "crypto/hash.h"
#include "text/strings.h"

namespace okno::access::rules {

constexpr long long kStepSeconds = 30;

std::optional<long long> MatchStep(std::string_view secret, std::string_view code, Instant now,
                                   long long last_step) {
  const std::string digits = text::DigitsOnly(code);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count();
  const long long current = seconds / kStepSeconds;
  std::optional<long long> matched;
  for (long long step = current - 1; step <= current + 1; ++step) {
    const bool same = crypto::SameBytes(crypto::TotpCode(secret, step * kStepSeconds), digits);
    if (same && step > last_step) matched = step;
  }
  return matched;
}

std::string OtpauthUri(std::string_view login, std::string_view secret) {
  return "otpauth://totp/Okno:" + std::string(login) + "?secret=" + crypto::Base32Encode(secret) +
         "&issuer=Okno&algorithm=SHA1&digits=6&period=30";
}

}  // namespace okno::access::rules

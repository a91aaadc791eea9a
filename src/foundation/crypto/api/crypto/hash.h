// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace okno::crypto {

std::string Sha256(std::string_view bytes);  // 32 raw bytes
std::string HmacSha1(std::string_view key,
                     std::string_view bytes);  // only for RFC 6238 one-time codes
std::string HmacSha256(std::string_view key, std::string_view bytes);
std::string RandomBytes(std::size_t count);  // from the operating system
std::string RandomToken();                   // 256 random bits, URL-safe Base64 without padding
bool SameBytes(std::string_view a, std::string_view b);  // in constant time

// Incremental SHA-256, for files that must not be held in memory.
class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  void Update(std::string_view bytes);
  std::string Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Argon2id, parameters inside the text ("$argon2id$v=19$m=19456,t=2,p=1$…").
std::string HashPassword(std::string_view password);
bool VerifyPassword(std::string_view password, std::string_view encoded);

// RFC 6238 codes of six digits, 30 s, SHA-1 (what phone applications understand). `secret` is raw
// bytes.
std::string TotpCode(std::string_view secret, long long unix_seconds);
std::string Base32Encode(std::string_view bytes);

}  // namespace okno::crypto

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "crypto/hash.h"

namespace okno::crypto {
namespace {

unsigned ByteAt(std::string_view bytes, std::size_t place) {
  return static_cast<unsigned char>(bytes[place]);
}

}  // namespace

std::string TotpCode(std::string_view secret, long long unix_seconds) {
  const auto step = static_cast<unsigned long long>(unix_seconds / 30);
  std::string counter;
  for (int shift = 56; shift >= 0; shift -= 8) counter.push_back(static_cast<char>(step >> shift));
  const auto code = HmacSha1(secret, counter);
  const auto offset = ByteAt(code, 19) & 15;  // RFC 4226, 5.3
  unsigned number = ByteAt(code, offset) & 0x7F;
  for (unsigned i = 1; i < 4; ++i) number = number << 8 | ByteAt(code, offset + i);
  return fmt::format("{:06}", number % 1'000'000);
}

std::string Base32Encode(std::string_view bytes) {
  constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  unsigned bits = 0;
  int count = 0;
  for (char c : bytes) {
    bits = (bits << 8 | static_cast<unsigned char>(c)) & 0xFFFF;
    for (count += 8; count >= 5; count -= 5) text.push_back(kAlphabet[bits >> (count - 5) & 31]);
  }
  if (count > 0) text.push_back(kAlphabet[bits << (5 - count) & 31]);
  while (text.size() % 8 != 0) text.push_back('=');
  return text;
}

}  // namespace okno::crypto

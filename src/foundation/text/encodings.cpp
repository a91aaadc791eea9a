// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdint>

#include "text/strings.h"

namespace okno::text {
namespace {

constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::int8_t kOther = -1;
constexpr std::int8_t kSpace = -2;
constexpr std::int8_t kPadding = -3;

constexpr std::array<std::int8_t, 256> MakeValues() {
  std::array<std::int8_t, 256> values{};
  values.fill(kOther);
  for (std::size_t i = 0; i < kBase64.size(); ++i) {
    values[static_cast<unsigned char>(kBase64[i])] = static_cast<std::int8_t>(i);
  }
  for (char c : {' ', '\t', '\r', '\n'}) values[static_cast<unsigned char>(c)] = kSpace;
  values['='] = kPadding;
  return values;
}
constexpr auto kValues = MakeValues();

std::uint32_t Byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

// What is left when all full bytes are out: whether the padding fits and the unused bits are zero.
bool EndsWell(std::size_t digits, std::size_t padding, std::uint32_t unused_bits) {
  if ((digits + padding) % 4 != 0 || padding > 2) return false;
  return padding == 0 || unused_bits == 0;
}

}  // namespace

std::string Base64Encode(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto group = Byte(bytes, i) << 16 | Byte(bytes, i + 1) << 8 | Byte(bytes, i + 2);
    for (int shift : {18, 12, 6, 0}) text.push_back(kBase64[group >> shift & 63]);
  }
  const auto padding = (3 - bytes.size() % 3) % 3;
  text.replace(text.size() - padding, padding, padding, '=');
  return text;
}

bool Base64Decode(std::string_view text, std::string& bytes) {
  bytes.clear();
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int bit_count = 0;
  std::size_t digits = 0;
  std::size_t padding = 0;
  for (char c : text) {
    const auto value = kValues[static_cast<unsigned char>(c)];
    if (value == kSpace) continue;
    if (value == kOther || (padding > 0 && value != kPadding)) return false;
    if (value == kPadding) {
      ++padding;
      continue;
    }
    ++digits;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    bit_count += 6;
    if (bit_count >= 8) {
      bit_count -= 8;
      bytes.push_back(static_cast<char>(bits >> bit_count));
      bits &= (1U << bit_count) - 1;
    }
  }
  return EndsWell(digits, padding, bits);
}

std::string HexEncode(std::string_view bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text.push_back(kHex[byte >> 4]);
    text.push_back(kHex[byte & 15]);
  }
  return text;
}

}  // namespace okno::text

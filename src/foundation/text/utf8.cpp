// SPDX-License-Identifier: Apache-2.0
#include "utf8.h"

namespace okno::text {
namespace {

struct Lead {
  std::size_t length = 0;
  char32_t bits = 0;
  char32_t least = 0;  // smaller values have a shorter form
};

Lead ReadLead(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >> 5 == 0x06) return {2, byte & 0x1FU, 0x80};
  if (byte >> 4 == 0x0E) return {3, byte & 0x0FU, 0x800};
  if (byte >> 3 == 0x1E) return {4, byte & 0x07U, 0x10000};
  return {};
}

bool IsSurrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

}  // namespace

std::optional<char32_t> TakeCodePoint(std::string_view& text) {
  if (text.empty()) return std::nullopt;
  const auto lead = ReadLead(static_cast<unsigned char>(text[0]));
  if (lead.length == 0 || lead.length > text.size()) return std::nullopt;
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >> 6 != 2) return std::nullopt;
    value = value << 6 | (byte & 0x3F);
  }
  if (value < lead.least || value > 0x10FFFF || IsSurrogate(value)) return std::nullopt;
  text.remove_prefix(lead.length);
  return value;
}

void Append(std::string& text, char32_t c) {
  if (c < 0x80) {
    text.push_back(static_cast<char>(c));
    return;
  }
  const int tails = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  const unsigned marks[] = {0, 0xC0, 0xE0, 0xF0};
  text.push_back(static_cast<char>(marks[tails] | c >> (6 * tails)));
  for (int i = tails - 1; i >= 0; --i) {
    text.push_back(static_cast<char>(0x80 | (c >> (6 * i) & 0x3F)));
  }
}

std::u32string CodePoints(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  while (!text.empty()) {
    const auto next = TakeCodePoint(text);
    points.push_back(next.value_or(U'\uFFFD'));
    if (!next) text.remove_prefix(1);
  }
  return points;
}

bool IsWhiteSpace(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

char32_t LowerLetter(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;    // À..Þ
  if (c >= 0x0410 && c <= 0x042F) return c + 0x20;             // А..Я
  if (c >= 0x0400 && c <= 0x040F) return c + 0x50;             // Ѐ..Џ with Ё
  if (c >= 0x048A && c <= 0x04BF && c % 2 == 0) return c + 1;  // letters of the peoples of Russia
  if (c >= 0x04D0 && c <= 0x052F && c % 2 == 0) return c + 1;
  if (c >= 0x0100 && c <= 0x0137 && c % 2 == 0 && c != 0x0130) return c + 1;
  return c;
}

char32_t UpperLetter(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z' ? c - 0x20 : c;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 0x20;
  if (c >= 0x0430 && c <= 0x044F) return c - 0x20;
  if (c >= 0x0450 && c <= 0x045F) return c - 0x50;
  return c;
}

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace okno::text

// SPDX-License-Identifier: Apache-2.0
#include "code_points.h"

namespace okno::xsd {

std::u32string ToCodePoints(std::string_view utf8) {
  std::u32string points;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >> 6 == 2 && !points.empty()) {
      points.back() = points.back() << 6 | (byte & 0x3F);
    } else {
      points.push_back(byte < 0x80   ? byte
                       : byte < 0xE0 ? byte & 0x1F
                       : byte < 0xF0 ? byte & 0x0F
                                     : byte & 0x07);
    }
  }
  return points;
}

void Append(std::string& utf8, char32_t c) {
  if (c < 0x80) {
    utf8.push_back(static_cast<char>(c));
    return;
  }
  const int tails = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  constexpr unsigned kMarks[] = {0, 0xC0, 0xE0, 0xF0};
  utf8.push_back(static_cast<char>(kMarks[tails] | c >> (6 * tails)));
  for (int i = tails - 1; i >= 0; --i) {
    utf8.push_back(static_cast<char>(0x80 | (c >> (6 * i) & 0x3F)));
  }
}

}  // namespace okno::xsd

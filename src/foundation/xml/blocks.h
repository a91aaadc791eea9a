// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

// Every byte of a message is looked at more than once: here sixteen of them in one go, by the
// vector types that g++ and clang have for any processor.
namespace okno::xml {

using Block [[gnu::vector_size(16)]] = unsigned char;
using Truth [[gnu::vector_size(16)]] =
    signed char;  // what comparing a Block gives: 0 or -1 for each

inline Block Load(const char* at) {
  Block block;
  std::memcpy(&block, at, sizeof block);
  return block;
}

// The number of the first true one; 16 when there is none.
inline std::size_t First(Truth truth) {
  static_assert(std::endian::native == std::endian::little);
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &truth, sizeof truth);
  if (halves[0] != 0) return static_cast<std::size_t>(std::countr_zero(halves[0])) / 8;
  return halves[1] == 0 ? sizeof(Truth)
                        : 8 + static_cast<std::size_t>(std::countr_zero(halves[1])) / 8;
}
inline bool Any(Truth truth) { return First(truth) != sizeof(Truth); }

// A text shorter than a block, spaces behind it.
inline Block LoadShort(std::string_view text) {
  std::array<char, sizeof(Block)> padded;
  padded.fill(' ');
  std::ranges::copy(text, padded.begin());
  return Load(padded.data());
}

// The first place from `from` on whose byte is true in what `look` says of a Block; the end when
// there is none. A space must not be true.
template <typename Look>
std::size_t FindFirst(std::string_view text, std::size_t from, Look look) {
  auto at = from;
  for (; at + sizeof(Block) <= text.size(); at += sizeof(Block)) {
    const auto first = First(look(Load(text.data() + at)));
    if (first != sizeof(Block)) return at + first;
  }
  if (at == from) return std::min(text.size(), at + First(look(LoadShort(text.substr(at)))));
  // The last whole block: what it has of the one before is known to be false.
  const auto last = text.size() - sizeof(Block);
  return last + First(look(Load(text.data() + last)));
}

}  // namespace okno::xml

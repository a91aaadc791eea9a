// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace okno::app::demo {

// A small generator of its own (splitmix64): the same seed gives the same data with every compiler
// and library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  // A stream that depends on the seed and `about` alone (a case's number and a day), not on what
  // was drawn before: what happens at once may happen in any order.
  Random(std::uint64_t seed, std::string_view about) : state_(seed) {
    for (const unsigned char byte : about) state_ = (state_ ^ byte) * 0x100000001B3ULL;
  }
  std::uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  int Between(int low, int high) {
    return low + static_cast<int>(Next() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool Chance(int percent) { return Between(1, 100) <= percent; }
  template <typename T>
  const T& Of(const std::vector<T>& values) {
    return values[static_cast<std::size_t>(Next() % values.size())];
  }
  std::string Digits(int count) {
    std::string digits;
    for (int i = 0; i < count; ++i) digits += static_cast<char>('0' + Between(0, 9));
    return digits;
  }

 private:
  std::uint64_t state_;
};

}  // namespace okno::app::demo

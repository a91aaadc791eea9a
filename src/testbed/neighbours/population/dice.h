// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace okno::testbed::neighbours {

// Numbers that follow from a text: the same question gets the same answer, in every run and on
// every machine. `purpose` keeps answers of different services about one subject apart.
class Dice {
 public:
  Dice(std::string_view subject, std::string_view purpose);
  std::uint64_t Next();
  int Between(int low, int high);  // both ends included
  bool Chance(int percent);
  std::string Digits(int count);
  template <typename T>
  const T& Of(const std::vector<T>& items) {
    return items[static_cast<std::size_t>(Between(0, static_cast<int>(items.size()) - 1))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace okno::testbed::neighbours

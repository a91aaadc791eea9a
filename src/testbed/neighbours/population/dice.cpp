// SPDX-License-Identifier: Apache-2.0
#include "neighbours/population/dice.h"

namespace okno::testbed::neighbours {

namespace {

// FNV-1a, 64 bit.
std::uint64_t Mix(std::uint64_t hash, std::string_view text) {
  for (const unsigned char byte : text) hash = (hash ^ byte) * 1099511628211u;
  return hash;
}

}  // namespace

Dice::Dice(std::string_view subject, std::string_view purpose)
    : state_(Mix(Mix(Mix(14695981039346656037u, purpose), "|"), subject)) {}

// SplitMix64.
std::uint64_t Dice::Next() {
  std::uint64_t mixed = (state_ += 0x9e3779b97f4a7c15u);
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
  return mixed ^ (mixed >> 31);
}

int Dice::Between(int low, int high) {
  return low + static_cast<int>(Next() % static_cast<std::uint64_t>(high - low + 1));
}

bool Dice::Chance(int percent) { return Between(0, 99) < percent; }

std::string Dice::Digits(int count) {
  std::string digits;
  for (int at = 0; at < count; ++at) digits += static_cast<char>('0' + Between(0, 9));
  return digits;
}

}  // namespace okno::testbed::neighbours

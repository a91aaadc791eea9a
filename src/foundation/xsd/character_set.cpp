// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "pattern.h"

namespace okno::xsd {
namespace {

constexpr char32_t kLast = 0x10FFFF;

CharacterSet Tidy(CharacterSet set) {
  std::ranges::sort(set, {}, &Range::first);
  CharacterSet tidy;
  for (const auto& range : set) {
    if (!tidy.empty() && range.first <= tidy.back().last + 1) {
      tidy.back().last = std::max(tidy.back().last, range.last);
    } else {
      tidy.push_back(range);
    }
  }
  return tidy;
}

}  // namespace

CharacterSet Union(CharacterSet a, const CharacterSet& b) {
  a.insert(a.end(), b.begin(), b.end());
  return Tidy(std::move(a));
}

CharacterSet Complement(const CharacterSet& a) {
  CharacterSet rest;
  char32_t next = 0;
  for (const auto& range : a) {
    if (range.first > next) rest.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= kLast) rest.push_back({next, kLast});
  return rest;
}

CharacterSet Intersection(const CharacterSet& a, const CharacterSet& b) {
  CharacterSet both;
  for (const auto& x : a) {
    for (const auto& y : b) {
      const auto first = std::max(x.first, y.first);
      const auto last = std::min(x.last, y.last);
      if (first <= last) both.push_back({first, last});
    }
  }
  return Tidy(std::move(both));
}

}  // namespace okno::xsd

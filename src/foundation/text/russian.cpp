// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "text/strings.h"

namespace okno::text {
namespace {
constexpr std::string_view kThinSpace = "\u202F";  // narrow, no break
}

std::string_view Plural(long long count, std::string_view one, std::string_view few,
                        std::string_view many) {
  const auto last_two = count < 0 ? -(count % 100) : count % 100;
  const auto last = last_two % 10;
  if (last_two >= 11 && last_two <= 14) return many;
  if (last == 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}

std::string FormatMoneyRu(long long kopecks) {
  const auto size = kopecks < 0 ? 0ULL - static_cast<unsigned long long>(kopecks)
                                : static_cast<unsigned long long>(kopecks);
  const auto roubles = std::to_string(size / 100);
  std::string text = kopecks < 0 ? "\u2212" : "";
  for (std::size_t i = 0; i < roubles.size(); ++i) {
    if (i > 0 && (roubles.size() - i) % 3 == 0) text += kThinSpace;
    text.push_back(roubles[i]);
  }
  return fmt::format("{},{:02}{}₽", text, size % 100, kThinSpace);
}

}  // namespace okno::text

// SPDX-License-Identifier: Apache-2.0
#include "text/nearest.h"

#include <algorithm>

#include "text/strings.h"

namespace okno::text {
namespace {

constexpr std::size_t kLongWord = 6;

// Slips between two words, row by row of the usual table; two letters that changed places are one.
std::size_t Slips(std::string_view one, std::string_view other) {
  std::vector<std::vector<std::size_t>> slips(one.size() + 1,
                                              std::vector<std::size_t>(other.size() + 1));
  for (std::size_t i = 0; i <= one.size(); ++i) {
    for (std::size_t j = 0; j <= other.size(); ++j) {
      if (i == 0 || j == 0) {
        slips[i][j] = i + j;
        continue;
      }
      const bool same = one[i - 1] == other[j - 1];
      slips[i][j] = std::min(
          {slips[i - 1][j] + 1, slips[i][j - 1] + 1, slips[i - 1][j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
        slips[i][j] = std::min(slips[i][j], slips[i - 2][j - 2] + 1);
    }
  }
  return slips[one.size()][other.size()];
}

}  // namespace

std::string NearestOf(std::string_view typed, const std::vector<std::string>& names) {
  std::size_t fewest = typed.size() < kLongWord ? 2 : 3;
  std::string nearest;
  const auto wanted = ToLower(typed);
  for (const auto& name : names) {
    const auto slips = Slips(wanted, ToLower(name));
    if (slips >= fewest) continue;
    fewest = slips;
    nearest = name;
  }
  return nearest;
}

std::string Guess(std::string_view typed, const std::vector<std::string>& names) {
  const auto nearest = NearestOf(typed, names);
  return nearest.empty() ? "" : "; похоже на " + nearest;
}

}  // namespace okno::text

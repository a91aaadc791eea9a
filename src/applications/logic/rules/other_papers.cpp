// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/other_papers.h"

#include <algorithm>

namespace okno::applications::rules {

bool IsOtherPaper(std::string_view item) {
  constexpr std::string_view kBegin = "other-";
  if (!item.starts_with(kBegin)) return false;
  const auto number = item.substr(kBegin.size());
  return !number.empty() && number.size() <= 2 && number[0] != '0' &&
         std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<Mark> OtherPapers(const std::vector<Mark>& marks) {
  std::vector<Mark> papers;
  std::ranges::copy_if(marks, std::back_inserter(papers),
                       [](const Mark& mark) { return mark.given && IsOtherPaper(mark.item); });
  return papers;
}

}  // namespace okno::applications::rules

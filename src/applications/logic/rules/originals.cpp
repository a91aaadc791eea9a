// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/originals.h"

#include <algorithm>

#include "logic/rules/other_papers.h"

namespace okno::applications::rules {
namespace {

bool IsOriginal(const Mark& mark) {
  return mark.given && (mark.form == "original" || mark.form == "original_and_copy");
}

bool Holds(const std::vector<std::string>& items, const std::string& item) {
  return std::ranges::find(items, item) != items.end();
}

}  // namespace

std::vector<Original> OriginalsTaken(const std::vector<catalog::ChecklistRule>& checklist,
                                     const std::vector<Mark>& marks) {
  std::vector<Original> taken;
  for (const auto& rule : checklist) {
    const auto mark = std::ranges::find(marks, rule.code, &Mark::item);
    if (mark != marks.end() && IsOriginal(*mark) && !rule.returned)
      taken.push_back({rule.code, rule.title});
  }
  for (const auto& paper : OtherPapers(marks)) {
    if (IsOriginal(paper)) taken.push_back({paper.item, paper.title});
  }
  return taken;
}

std::string TitlesOf(const std::vector<Original>& taken, const std::vector<std::string>& items) {
  std::string titles;
  for (const auto& [item, title] : taken) {
    if (Holds(items, item)) titles += (titles.empty() ? "" : "; ") + title;
  }
  return titles;
}

std::vector<FieldError> CheckReturned(const std::vector<Original>& taken,
                                      const std::vector<std::string>& items) {
  for (const auto& item : items) {
    if (std::ranges::find(taken, item, &Original::item) == taken.end())
      return {{"/originals", "applications.not_an_original", item}};
  }
  return {};
}

}  // namespace okno::applications::rules

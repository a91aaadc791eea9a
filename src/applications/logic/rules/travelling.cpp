// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/travelling.h"

#include <algorithm>

namespace okno::applications::rules {
namespace {

bool Travels(const std::vector<catalog::ChecklistRule>& checklist, const Mark& mark) {
  if (!mark.given || mark.form == "electronic") return false;
  const auto rule = std::ranges::find(checklist, mark.item, &catalog::ChecklistRule::code);
  if (rule == checklist.end()) return true;  // of no line, or of one the service had no more
  if (mark.form.empty() && rule->form_of_document == "electronic") return false;
  return !rule->returned || mark.form == "copy" || mark.form == "original_and_copy";
}

}  // namespace

Travelling WhatTravels(const std::vector<catalog::ChecklistRule>& checklist,
                       const std::vector<Mark>& marks) {
  Travelling all;
  for (const auto& mark : marks) {
    if (!Travels(checklist, mark)) continue;
    all.documents += 1;
    all.sheets += mark.sheets;
  }
  return all;
}

}  // namespace okno::applications::rules

// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/paper.h"

namespace okno::applications::rules {

namespace {

void Outdate(Paper& paper) {
  if (paper == Paper::kCurrent) paper = Paper::kOutdated;
}

}  // namespace

std::string_view Word(Paper paper) {
  switch (paper) {
    case Paper::kNone:
      return "none";
    case Paper::kCurrent:
      return "current";
    default:
      return "outdated";
  }
}

Papers PapersIn(const std::vector<HistoryEntry>& history) {
  Papers papers;
  for (const auto& entry : history) {
    if (entry.code == "applications.history.printed_application") {
      papers.application = Paper::kCurrent;
    } else if (entry.code == "applications.history.printed_receipt") {
      papers.receipt = Paper::kCurrent;
    } else if (entry.code == "applications.history.edited") {
      Outdate(papers.application);
      Outdate(papers.receipt);
    }
  }
  return papers;
}

}  // namespace okno::applications::rules

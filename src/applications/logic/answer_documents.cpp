// SPDX-License-Identifier: Apache-2.0
#include "logic/answer_documents.h"

#include <algorithm>
#include <array>

namespace okno::applications {
namespace {

std::string DecisionTitle(const Decision& decision, const std::string& time_zone) {
  std::string title = decision.positive ? "Решение о предоставлении услуги"
                                        : "Решение об отказе в предоставлении услуги";
  if (!decision.registration_number.empty()) title += " № " + decision.registration_number;
  return title + " от " + FormatDateRu(LocalDate(decision.at, time_zone));
}

}  // namespace

bool IsAnswer(const documents::Document& document) {
  return document.source == "agency" && document.item == "answer";
}

std::string AnswerTitle(const Case& subject, const documents::Document& document) {
  const auto& decision = subject.application.decision;
  if (!document.title.empty() || !decision) return document.title;
  const auto answers = std::ranges::count_if(subject.documents, IsAnswer);
  const auto title = DecisionTitle(*decision, subject.branch.time_zone);
  return answers == 1 ? title : "Приложение к документу «" + title + "»: " + document.name;
}

bool IsPrintable(const documents::Document& document) {
  constexpr std::array kKinds = {"application/pdf", "image/png", "image/jpeg", "image/gif",
                                 "image/webp"};
  return std::ranges::find(kKinds, document.file.content_type) != kKinds.end();
}

}  // namespace okno::applications

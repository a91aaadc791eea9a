// SPDX-License-Identifier: Apache-2.0
#include "storage/outcome_json.h"

namespace okno::packages::storage {

Json ToJson(const CaseOutcome& outcome) {
  Json papers = Json::array();
  for (const auto& paper : outcome.papers)
    papers.push_back({{"title", paper.title}, {"sheets", paper.sheets}});
  Json json = {{"kind", Word(outcome.kind)}, {"papers", std::move(papers)}};
  if (!outcome.registration_number.empty())
    json["registration_number"] = outcome.registration_number;
  if (outcome.decided_on) json["decided_on"] = FormatDate(*outcome.decided_on);
  if (!outcome.text.empty()) json["text"] = outcome.text;
  return json;
}

CaseOutcome OutcomeFromJson(const Json& json) {
  CaseOutcome outcome{.kind = OutcomeKindFromWord(json.at("kind").get<std::string>()).value(),
                      .registration_number = json.value("registration_number", ""),
                      .decided_on = ParseDate(json.value("decided_on", "")),
                      .text = json.value("text", "")};
  for (const auto& paper : json.at("papers"))
    outcome.papers.push_back({paper.at("title").get<std::string>(), paper.at("sheets").get<int>()});
  return outcome;
}

}  // namespace okno::packages::storage

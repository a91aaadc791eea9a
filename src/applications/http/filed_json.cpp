// SPDX-License-Identifier: Apache-2.0
#include "http/filed_json.h"

#include "logic/rules/other_papers.h"

namespace okno::applications {

void AddFiled(Json& json, const Case& subject) {
  const auto& application = subject.application;
  if (application.promised_date) json["promised_date"] = FormatDate(*application.promised_date);
  auto& papers = json["other_papers"] = Json::array();
  for (const auto& mark : rules::OtherPapers(application.marks)) {
    papers.push_back({{"item", mark.item},
                      {"given", mark.given},
                      {"title", mark.title},
                      {"sheets", mark.sheets},
                      {"copies", mark.copies}});
    if (!mark.form.empty()) papers.back()["form"] = mark.form;
  }
}

}  // namespace okno::applications

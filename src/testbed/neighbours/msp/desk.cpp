// SPDX-License-Identifier: Apache-2.0
#include "neighbours/msp/desk.h"

#include <fmt/format.h>

#include "neighbours/population/dice.h"

namespace okno::testbed::neighbours {

namespace {

constexpr char kCommon[] = "urn://x-artefacts-okno/msp-common/1.0.0";
constexpr char kZone[] = "Europe/Moscow";

}  // namespace

SmeAnswer::SmeAnswer(const Question& question, std::string_view response_root)
    : question_(question),
      document_(xml::Document::Create(question.content.namespace_uri(), "tns", response_root)),
      head_(document_.root().Add(question.content.namespace_uri(), "tns", "Answer")) {}

void SmeAnswer::Line(std::string label, std::string value) {
  lines_.emplace_back(std::move(label), std::move(value));
}

Answer SmeAnswer::Finish(Desk& desk, const std::string& title, const std::string& summary) {
  const auto today = LocalDate(question_.now, kZone);
  Dice dice(question_.id, "number");
  const auto number = fmt::format("МСП-{}-{}", static_cast<int>(today.year()), dice.Digits(6));
  const auto paper = desk.papers.Pdf({.title = title,
                                      .agency = "АО «Корпорация «МСП»",
                                      .number = number,
                                      .date = FormatDateRu(today),
                                      .rows = lines_});
  head_.Add(kCommon, "msp", "Number", number);
  head_.Add(kCommon, "msp", "Date", FormatDate(today));
  head_.Add(kCommon, "msp", "Summary", summary);
  auto file = head_.Add(kCommon, "msp", "Files").Add(kCommon, "msp", "File");
  file.SetAttribute("contentId", paper.content_id);
  file.SetAttribute("name", "otvet.pdf");
  file.SetAttribute("title", title);
  file.SetAttribute("mimeType", paper.mime_type);
  return Reply(document_, {paper});
}

std::string Rubles(long long rubles) { return std::to_string(rubles) + ".00"; }

void Put(xml::Element parent, const char* name, const std::string& text) {
  parent.Add(parent.namespace_uri(), "tns", name, text);
}

Neighbour SmeCorporation() {
  return {"MSP001",
          "АО «Корпорация «МСП» (стенд)",
          {{"msp-property-selection", SelectProperty},
           {"msp-procurement-participation", FindProcurements},
           {"msp-financial-support", OfferFinance},
           {"msp-training", Train},
           {"msp-procurement-volumes", ListProcurementPlans},
           {"msp-support-measures", ListSupportMeasures},
           {"msp-navigator-registration", RegisterAtNavigator}}};
}

}  // namespace okno::testbed::neighbours

// SPDX-License-Identifier: Apache-2.0
#include "neighbours/msp/desk.h"

#include <fmt/format.h>

#include "neighbours/population/dice.h"

namespace okno::testbed::neighbours {

namespace {

constexpr char kCommon[] = "urn://x-artefacts-okno/msp-common/1.0.0";

}  // namespace

SmeAnswer::SmeAnswer(const Question& question, std::string_view response_root)
    : question_(question),
      document_(xml::Document::Create(question.content.namespace_uri(), "tns", response_root)),
      head_(document_.root().Add(question.content.namespace_uri(), "tns", "Answer")) {}

void SmeAnswer::Line(std::string label, std::string value) {
  lines_.emplace_back(std::move(label), std::move(value));
}

void SmeAnswer::Columns(std::vector<printing::SheetColumn> columns) {
  sheet_.columns = std::move(columns);
}

void SmeAnswer::Row(std::vector<printing::SheetCell> cells) {
  sheet_.rows.push_back(std::move(cells));
}

void SmeAnswer::AddFile(xml::Element files, const File& file, const std::string& name,
                        const std::string& title) {
  auto element = files.Add(kCommon, "msp", "File");
  element.SetAttribute("contentId", file.content_id);
  element.SetAttribute("name", name);
  element.SetAttribute("title", title);
  element.SetAttribute("mimeType", file.mime_type);
}

Answer SmeAnswer::Finish(Desk& desk, const std::string& title, const std::string& summary) {
  const auto today = LocalDate(question_.now, kMoscow);
  Dice dice(question_.id, "number");
  const auto number = fmt::format("МСП-{}-{}", static_cast<int>(today.year()), dice.Digits(6));
  const auto paper = desk.papers.Pdf({.title = title,
                                      .agency = "АО «Корпорация „МСП“»",
                                      .number = number,
                                      .date = FormatDateRu(today),
                                      .rows = lines_});
  head_.Add(kCommon, "msp", "Number", number);
  head_.Add(kCommon, "msp", "Date", FormatDate(today));
  head_.Add(kCommon, "msp", "Summary", summary);
  auto names = head_.Add(kCommon, "msp", "Files");
  AddFile(names, paper, "otvet.pdf", title);
  std::vector<File> files{paper};
  if (!sheet_.rows.empty()) {
    sheet_.name = "Ответ";
    sheet_.heading = {title, "АО «Корпорация „МСП“», " + number + " от " + FormatDateRu(today)};
    files.push_back(Xlsx(sheet_));
    AddFile(names, files.back(), "tablica.xlsx", title + " — таблица");
  }
  return Reply(document_, std::move(files));
}

std::string Rubles(long long rubles) { return std::to_string(rubles) + ".00"; }

void Put(xml::Element parent, const char* name, const std::string& text) {
  parent.Add(parent.namespace_uri(), "tns", name, text);
}

Neighbour SmeCorporation() {
  return {"MSP001",
          "АО «Корпорация „МСП“» (стенд)",
          {{"msp-property-selection", SelectProperty},
           {"msp-procurement-participation", FindProcurements},
           {"msp-financial-support", OfferFinance},
           {"msp-training", Train},
           {"msp-procurement-volumes", ListProcurementPlans},
           {"msp-support-measures", ListSupportMeasures},
           {"msp-navigator-registration", RegisterAtNavigator}}};
}

}  // namespace okno::testbed::neighbours

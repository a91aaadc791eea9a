// SPDX-License-Identifier: Apache-2.0
#include "neighbours/papers.h"

#include "crypto/hash.h"
#include "json/json.h"
#include "printing/render.h"
#include "text/strings.h"

namespace okno::testbed::neighbours {

struct Papers::State {
  printing::TemplateBook book;
};

Papers::Papers(const std::string& content_folder)
    : state_(new State{printing::TemplateBook::Load(content_folder + "/testbed")}) {}
Papers::~Papers() = default;

File Papers::Pdf(const Paper& paper) const {
  Json rows = Json::array();
  for (const auto& [label, value] : paper.rows)
    rows.push_back({{"label", label}, {"value", value}});
  const Json data{{"title", paper.title},
                  {"agency", paper.agency},
                  {"number", paper.number},
                  {"date", paper.date},
                  {"rows", std::move(rows)}};
  auto bytes = printing::Render(*state_->book.Get("paper"), data);
  auto id = MakeContentId(bytes);
  return {std::move(id), "application/pdf", std::move(bytes)};
}

File Xlsx(const printing::Sheet& sheet) {
  auto bytes = printing::MakeXlsx(sheet);
  auto id = MakeContentId(bytes);
  return {std::move(id), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          std::move(bytes)};
}

std::string MakeContentId(std::string_view seed) {
  return "f" + text::HexEncode(crypto::Sha256(seed)).substr(0, 31);
}

}  // namespace okno::testbed::neighbours

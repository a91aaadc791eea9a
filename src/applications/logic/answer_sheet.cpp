// SPDX-License-Identifier: Apache-2.0
#include "logic/answer_sheet.h"

#include <fmt/format.h>

#include "exchange/exchange.h"

namespace okno::applications {
namespace {

// The case is locked while the page is made: about half a second, half a megabyte. Nobody reads
// more of a page; the XML beside has all.
constexpr std::size_t kMostRows = 400, kMostBytes = 4000;  // of a page, of a value

// What belongs to a group or a row stands below it, further in.
std::string Indented(const message_types::TableLine& line) {
  std::string text;
  for (int i = 0; i < line.depth; ++i) text += "\u00a0\u00a0\u00a0";
  return text + line.label;
}

// Between characters.
std::string Cut(const std::string& value) {
  if (value.size() <= kMostBytes) return value;
  std::size_t end = kMostBytes;
  while ((static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
  return value.substr(0, end) + "… (полностью — в файле XML рядом)";
}

Json RowsOf(const std::vector<message_types::TableLine>& table) {
  Json rows = Json::array();
  for (const auto& line : table) {
    if (rows.size() == kMostRows) {
      rows.push_back({{"label", fmt::format("Показаны первые {} строк", kMostRows)},
                      {"value", "остальное — в файле XML рядом"}});
      break;
    }
    rows.push_back({{"label", Indented(line)}, {"value", Cut(line.value)}});
  }
  return rows;
}

}  // namespace

Json AnswerSheet(const inquiries::Inquiry& inquiry, const std::string& case_number,
                 const std::string& center_name, std::string_view zone) {
  const auto& answer = inquiry.answer.value();
  Json asked = {{"number", inquiry.number},
                {"title", inquiry.type_title},
                {"agency", inquiry.addressee},
                {"subject", inquiry.subject_name}};
  if (inquiry.sent_at) asked["sent_on"] = FormatDate(LocalDate(*inquiry.sent_at, zone));
  return {{"center", {{"name", center_name}}},
          {"application", {{"number", case_number}}},
          {"inquiry", std::move(asked)},
          {"answer",
           {{"at", FormatLocal(answer.at, zone)},
            {"signature", exchange::SignatureSentence(answer.signature_verdict, answer.signer_name,
                                                      std::nullopt)},
            {"personal_signature", exchange::SignatureSentence(answer.personal_verdict,
                                                               answer.person_name, std::nullopt)}}},
          {"rows", RowsOf(answer.content.table)}};
}

}  // namespace okno::applications

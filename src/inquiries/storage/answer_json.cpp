// SPDX-License-Identifier: Apache-2.0
#include "storage/answer_json.h"

namespace okno::inquiries::storage {
namespace {

Json LineJson(const message_types::TableLine& line) {
  return {{"depth", line.depth},
          {"path", line.path},
          {"label", line.label},
          {"value", line.value},
          {"heading", line.heading}};
}

message_types::TableLine LineFromJson(const Json& json) {
  return {.depth = json.at("depth").get<int>(),
          .path = json.at("path").get<std::string>(),
          .label = json.at("label").get<std::string>(),
          .value = json.at("value").get<std::string>(),
          .heading = json.at("heading").get<bool>()};
}

Json HighlightsJson(const std::vector<message_types::Highlight>& highlights) {
  Json json = Json::array();
  for (const auto& [path, label, value] : highlights) {
    json.push_back({{"path", path}, {"label", label}, {"value", value}});
  }
  return json;
}

// Answers kept before there were highlights have none.
std::vector<message_types::Highlight> HighlightsFromJson(const Json& answer) {
  std::vector<message_types::Highlight> highlights;
  for (const auto& one : answer.value("highlights", Json::array())) {
    highlights.push_back({one.at("path"), one.at("label"), one.at("value")});
  }
  return highlights;
}

}  // namespace

Json ToJson(const Answer& answer) {
  Json table = Json::array();
  for (const auto& line : answer.content.table) table.push_back(LineJson(line));
  return {{"has_data", answer.has_data},
          {"text", answer.text},
          {"data", answer.content.data},
          {"table", std::move(table)},
          {"highlights", HighlightsJson(answer.content.highlights)},
          {"headline", answer.content.headline},
          {"records", answer.content.records},
          {"signature_verdict", answer.signature_verdict},
          {"signer_name", answer.signer_name},
          {"personal_verdict", answer.personal_verdict},
          {"person_name", answer.person_name},
          {"at", FormatInstant(answer.at)}};
}

Answer AnswerFromJson(const Json& json) {
  Answer answer{.has_data = json.at("has_data").get<bool>(),
                .text = json.at("text").get<std::string>(),
                .content = {.data = json.at("data"),
                            .table = {},
                            .highlights = HighlightsFromJson(json),
                            .headline = json.at("headline").get<std::string>(),
                            .records = json.value("records", std::vector<std::string>())},
                .signature_verdict = json.at("signature_verdict").get<std::string>(),
                .signer_name = json.at("signer_name").get<std::string>(),
                .personal_verdict = json.value("personal_verdict", ""),
                .person_name = json.value("person_name", ""),
                .at = ParseInstant(json.at("at").get<std::string>()).value()};
  for (const auto& line : json.at("table")) answer.content.table.push_back(LineFromJson(line));
  return answer;
}

}  // namespace okno::inquiries::storage

// SPDX-License-Identifier: Apache-2.0
#include "neighbours/ready_answer.h"

#include "text/strings.h"

namespace okno::testbed::neighbours {

namespace {

Json ToJson(const Content& content) {
  Json files = Json::array();
  for (const auto& file : content.files) {
    files.push_back({{"content_id", file.content_id},
                     {"mime_type", file.mime_type},
                     {"bytes", text::Base64Encode(file.bytes)}});
  }
  return {{"xml", content.xml}, {"files", std::move(files)}};
}

Content ReadContent(const Json& json) {
  Content content{json.at("xml"), {}};
  for (const auto& item : json.at("files")) {
    File file{item.at("content_id"), item.at("mime_type"), {}};
    text::Base64Decode(item.at("bytes").get<std::string>(), file.bytes);
    content.files.push_back(std::move(file));
  }
  return content;
}

Uuid ReadId(const Json& json) { return Uuid::Parse(json.get<std::string>()).value(); }

}  // namespace

ReadyAnswer GiveIds(Answer answer) {
  ReadyAnswer ready{std::move(answer), Uuid::NewV1(), {}};
  for (std::size_t i = 0; i < ready.answer.notes.size(); ++i)
    ready.note_ids.push_back(Uuid::NewV1());
  return ready;
}

Json ToJson(const ReadyAnswer& ready) {
  Json notes = Json::array();
  for (std::size_t i = 0; i < ready.note_ids.size(); ++i) {
    const auto& note = ready.answer.notes[i];
    notes.push_back(
        {{"id", ready.note_ids[i].ToString()}, {"code", note.code}, {"text", note.text}});
  }
  Json json{{"id", ready.id.ToString()}, {"notes", std::move(notes)}};
  if (const auto* rejection = std::get_if<Rejection>(&ready.answer.final)) {
    json["rejection"] = {{"code", rejection->code}, {"text", rejection->text}};
  } else {
    json["content"] = ToJson(std::get<Content>(ready.answer.final));
  }
  return json;
}

ReadyAnswer ReadReadyAnswer(const Json& json) {
  ReadyAnswer ready{{}, ReadId(json.at("id")), {}};
  for (const auto& item : json.at("notes")) {
    ready.answer.notes.push_back({item.at("code"), item.at("text")});
    ready.note_ids.push_back(ReadId(item.at("id")));
  }
  if (const auto rejection = json.find("rejection"); rejection != json.end()) {
    ready.answer.final = Rejection{rejection->at("code"), rejection->at("text")};
  } else {
    ready.answer.final = ReadContent(json.at("content"));
  }
  return ready;
}

}  // namespace okno::testbed::neighbours

// SPDX-License-Identifier: Apache-2.0
#include "storage/application_json.h"

#include <stdexcept>

#include "applicants/identity_document.h"

namespace okno::applications::storage {
namespace {

Instant ReadInstant(const Json& json) {
  const auto instant = ParseInstant(json.get<std::string>());
  if (!instant) throw std::runtime_error("applications: broken time in a row");
  return *instant;
}

}  // namespace

Json ToJson(const std::vector<Mark>& marks) {
  Json json = Json::array();
  for (const auto& mark : marks) {
    json.push_back({{"item", mark.item},
                    {"given", mark.given},
                    {"form", mark.form},
                    {"sheets", mark.sheets},
                    {"copies", mark.copies}});
    if (!mark.title.empty()) json.back()["title"] = mark.title;
  }
  return json;
}

std::vector<Mark> MarksFromJson(const Json& json) {
  std::vector<Mark> marks;
  for (const auto& mark : json) {
    marks.push_back({mark.at("item").get<std::string>(), mark.at("given").get<bool>(),
                     mark.at("form").get<std::string>(), mark.at("sheets").get<int>(),
                     mark.at("copies").get<int>(), mark.value("title", "")});
  }
  return marks;
}

Json ToJson(const ExternalStatus& status) {
  return {{"code", status.code}, {"text", status.text}, {"at", FormatInstant(status.at)}};
}

ExternalStatus ExternalStatusFromJson(const Json& json) {
  return {json.at("code").get<std::string>(), json.at("text").get<std::string>(),
          ReadInstant(json.at("at"))};
}

Json ToJson(const Decision& decision) {
  return {{"positive", decision.positive},
          {"text", decision.text},
          {"registration_number", decision.registration_number},
          {"officer", decision.officer},
          {"at", FormatInstant(decision.at)}};
}

Decision DecisionFromJson(const Json& json) {
  return {json.at("positive").get<bool>(), json.at("text").get<std::string>(),
          json.at("registration_number").get<std::string>(), json.at("officer").get<std::string>(),
          ReadInstant(json.at("at"))};
}

Json ToJson(const std::vector<ResultPaper>& papers) {
  Json json = Json::array();
  for (const auto& paper : papers)
    json.push_back({{"title", paper.title}, {"sheets", paper.sheets}});
  return json;
}

std::vector<ResultPaper> ResultPapersFromJson(const Json& json) {
  std::vector<ResultPaper> papers;
  for (const auto& paper : json)
    papers.push_back({paper.at("title").get<std::string>(), paper.at("sheets").get<int>()});
  return papers;
}

Json ToJson(const Recipient& recipient) {
  Json json = {{"representative", recipient.representative},
               {"last_name", recipient.last_name},
               {"first_name", recipient.first_name},
               {"middle_name", recipient.middle_name},
               {"document", applicants::ToJson(recipient.document)},
               {"originals", recipient.originals},
               {"noted_at", FormatInstant(recipient.noted_at)}};
  if (recipient.birth_date) json["birth_date"] = FormatDate(*recipient.birth_date);
  if (const auto& authority = recipient.authority) {
    json["authority"] = {{"kind", authority->kind},
                         {"number", authority->number},
                         {"date", FormatDate(authority->date)},
                         {"issued_by", authority->issued_by}};
    if (authority->valid_until)
      json["authority"]["valid_until"] = FormatDate(*authority->valid_until);
  }
  return json;
}

Recipient RecipientFromJson(const Json& json) {
  Recipient recipient{.representative = json.at("representative").get<bool>(),
                      .last_name = json.at("last_name").get<std::string>(),
                      .first_name = json.at("first_name").get<std::string>(),
                      .middle_name = json.at("middle_name").get<std::string>(),
                      .birth_date = ParseDate(json.value("birth_date", "")),
                      .document = applicants::DocumentFromJson(json.at("document")),
                      .originals = json.value("originals", std::vector<std::string>()),
                      .noted_at = ReadInstant(json.at("noted_at"))};
  if (const auto found = json.find("authority"); found != json.end()) {
    recipient.authority = Authority{.kind = found->at("kind").get<std::string>(),
                                    .number = found->at("number").get<std::string>(),
                                    .date = ParseDate(found->at("date").get<std::string>()).value(),
                                    .issued_by = found->at("issued_by").get<std::string>(),
                                    .valid_until = ParseDate(found->value("valid_until", ""))};
  }
  return recipient;
}

}  // namespace okno::applications::storage

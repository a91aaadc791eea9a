// SPDX-License-Identifier: Apache-2.0
#include "storage/application_json.h"

#include <stdexcept>

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
  }
  return json;
}

std::vector<Mark> MarksFromJson(const Json& json) {
  std::vector<Mark> marks;
  for (const auto& mark : json) {
    marks.push_back({mark.at("item").get<std::string>(), mark.at("given").get<bool>(),
                     mark.at("form").get<std::string>(), mark.at("sheets").get<int>(),
                     mark.at("copies").get<int>()});
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

}  // namespace okno::applications::storage

// SPDX-License-Identifier: Apache-2.0
#include "logic/service_json.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace okno::catalog {
namespace {

constexpr std::array<std::pair<TermKind, const char*>, 3> kTermKinds = {
    {{TermKind::kWorkingDays, "working_days"},
     {TermKind::kCalendarDays, "calendar_days"},
     {TermKind::kHours, "hours"}}};
constexpr std::array<std::pair<Need, const char*>, 4> kNeeds = {
    {{Need::kRequired, "required"},
     {Need::kConditional, "conditional"},
     {Need::kOptional, "optional"},
     {Need::kInquiry, "inquiry"}}};

template <typename Pairs, typename Value>
const char* WordOf(const Pairs& pairs, Value value) {
  for (const auto& [known, word] : pairs) {
    if (known == value) return word;
  }
  throw std::logic_error("catalog: a value without a word");
}

template <typename Pairs>
auto ValueOf(const Pairs& pairs, const std::string& word) {
  for (const auto& [value, known] : pairs) {
    if (known == word) return value;
  }
  throw std::runtime_error("catalog: a stored service has the unknown word " + word);
}

Json ToJson(const Term& term) {
  return {{"kind", WordOf(kTermKinds, term.kind)}, {"amount", term.amount}, {"text", term.text}};
}

Term TermFrom(const Json& json) {
  return {ValueOf(kTermKinds, json.at("kind")), json.at("amount"), json.at("text")};
}

Json ToJson(const ChecklistRule& rule) {
  Json json = {{"code", rule.code},
               {"title", rule.title},
               {"need", WordOf(kNeeds, rule.need)},
               {"form_of_document", rule.form_of_document},
               {"returned", rule.returned}};
  if (!rule.note.empty()) json["note"] = rule.note;
  if (!rule.group.empty()) json["group"] = rule.group;
  if (!rule.when.is_null()) json["when"] = rule.when;
  for (const auto& [who, where] : rule.about) {
    Json about = {{"who", who}};
    if (!where.is_null()) about["where"] = where;
    json["about"].push_back(std::move(about));
  }
  if (!rule.records.empty()) json["records"] = rule.records;
  return json;
}

// Services stored before their documents told whom to ask about have nothing of it.
std::vector<AskedAbout> AboutFrom(const Json& rule) {
  std::vector<AskedAbout> about;
  for (const auto& one : rule.value("about", Json::array())) {
    about.push_back({one.at("who"), one.value("where", Json())});
  }
  return about;
}

ChecklistRule RuleFrom(const Json& json) {
  return {.code = json.at("code"),
          .title = json.at("title"),
          .note = json.value("note", ""),
          .need = ValueOf(kNeeds, json.at("need")),
          .when = json.value("when", Json()),
          .form_of_document = json.at("form_of_document"),
          .returned = json.at("returned"),
          .group = json.value("group", ""),
          .about = AboutFrom(json),
          .records = json.value("records", std::vector<std::string>())};
}

// Services stored before applications had words of their own have none.
std::string TextIn(const Json& stored, const char* key) {
  const auto found = stored.find("application");
  return found == stored.end() ? std::string() : found->value(key, "");
}

}  // namespace

Json Service::ToSummaryJson() const {
  return {{"code", code},
          {"name", name},
          {"short_name", short_name},
          {"agency", {{"code", agency_code}, {"name", agency_name}}},
          {"applicant_kinds", applicant_kinds},
          {"electronic", electronic},
          {"term_text", term.text},
          {"fee_text", fee_text}};
}

Json Service::ToJson() const {
  auto json = ToSummaryJson();
  json["version"] = version;
  json["description"] = description;
  json["counted_from"] = counted_from;
  json["legal_basis"] = legal_basis;
  json["result"] = result;
  json["refusal_grounds"] = refusal_grounds;
  json["suspension_grounds"] = suspension_grounds;
  json["stages"] = Json::array();
  for (const auto& stage : stages) {
    json["stages"].push_back({{"name", stage.name}, {"term_text", stage.term.text}});
  }
  json["form"] = form;
  json["checklist"] = Json::array();
  for (const auto& rule : checklist) json["checklist"].push_back(catalog::ToJson(rule));
  if (takes_overdue_document) json["takes_overdue_document"] = true;
  return json;
}

Json ToStored(const Service& service) {
  auto json = service.ToJson();
  json.erase("version");  // the table has it in a column of its own
  json["message_type"] = service.message_type;
  json["application"] = {{"title", service.application_title},
                         {"request", service.application_request}};
  json["keywords"] = service.keywords;
  json["term"] = ToJson(service.term);
  json["stages"] = Json::array();
  for (const auto& stage : service.stages) {
    json["stages"].push_back({{"name", stage.name}, {"term", ToJson(stage.term)}});
  }
  return json;
}

Service FromStored(const Json& stored) {
  Service service{.code = stored.at("code"),
                  .name = stored.at("name"),
                  .short_name = stored.at("short_name"),
                  .description = stored.at("description"),
                  .application_title = TextIn(stored, "title"),
                  .application_request = TextIn(stored, "request"),
                  .keywords = stored.at("keywords"),
                  .agency_code = stored.at("agency").at("code"),
                  .agency_name = stored.at("agency").at("name"),
                  .applicant_kinds = stored.at("applicant_kinds"),
                  .electronic = stored.at("electronic"),
                  .takes_overdue_document = stored.value("takes_overdue_document", false),
                  .message_type = stored.at("message_type"),
                  .term = TermFrom(stored.at("term")),
                  .counted_from = stored.at("counted_from"),
                  .fee_text = stored.at("fee_text"),
                  .legal_basis = stored.at("legal_basis"),
                  .result = stored.at("result"),
                  .refusal_grounds = stored.at("refusal_grounds"),
                  .suspension_grounds = stored.at("suspension_grounds"),
                  .form = stored.at("form")};
  for (const auto& stage : stored.at("stages")) {
    service.stages.push_back({stage.at("name"), TermFrom(stage.at("term"))});
  }
  for (const auto& rule : stored.at("checklist")) service.checklist.push_back(RuleFrom(rule));
  return service;
}

}  // namespace okno::catalog

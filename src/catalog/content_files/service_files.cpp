// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "catalog/content.h"
#include "catalog/obtainable.h"
#include "content_files/condition_notation.h"
#include "content_files/form_notation.h"
#include "content_files/yaml.h"
#include "logic/rules/letters.h"
#include "logic/rules/persons.h"
#include "text/strings.h"

namespace okno::catalog {
namespace {

using yaml::Members;
using yaml::Node;

template <typename Value, std::size_t size>
Value OneOf(const Node& node, const std::array<std::pair<std::string_view, Value>, size>& values) {
  const auto word = node.Text();
  for (const auto& [name, value] : values) {
    if (name == word) return value;
  }
  node.Fail("'" + word + "' is not known here");
}

std::string TermText(TermKind kind, int amount) {
  switch (kind) {
    case TermKind::kWorkingDays:
      return fmt::format("{} {}", amount,
                         text::Plural(amount, "рабочий день", "рабочих дня", "рабочих дней"));
    case TermKind::kCalendarDays:
      return fmt::format(
          "{} {}", amount,
          text::Plural(amount, "календарный день", "календарных дня", "календарных дней"));
    case TermKind::kHours:
      return fmt::format("{} {}", amount, text::Plural(amount, "час", "часа", "часов"));
  }
  throw std::logic_error("catalog: unknown kind of term");
}

// One of working_days, calendar_days, hours with its number, and a text where the law says it in
// its own words.
Term ReadTerm(const Node& node) {
  constexpr std::array<std::pair<std::string_view, TermKind>, 3> kKinds = {
      {{"working_days", TermKind::kWorkingDays},
       {"calendar_days", TermKind::kCalendarDays},
       {"hours", TermKind::kHours}}};
  Members members(node);
  Term term{.amount = -1};
  for (const auto& [name, kind] : kKinds) {
    const auto* amount = members.Maybe(name);
    if (amount == nullptr) continue;
    if (term.amount >= 0) amount->Fail("a term has one unit");
    term.kind = kind;
    term.amount = amount->Integer();
  }
  if (term.amount < 0) node.Fail("the term has no number of days or hours");
  term.text = members.TextOr("text", TermText(term.kind, term.amount));
  members.Finish();
  return term;
}

Json CardAndForm(const Json& form) {
  return {{"properties", {{"form", form}, {"applicant", nullptr}}}};
}

// "applicant", "form", "form.children", or the latter two with a condition on the person's fields.
AskedAbout ReadOneAsked(const Node& node, const Json& form) {
  if (node.kind == Node::Kind::kMap && node.members.size() != 1) {
    node.Fail("'about' names one place of the form here: { form.children: condition }");
  }
  const bool conditional = node.kind == Node::Kind::kMap;
  AskedAbout about{.who = conditional ? node.members.front().first : node.Text(), .where = {}};
  if (!conditional && about.who == "applicant") return about;
  if (about.who != "form" && !about.who.starts_with("form.")) {
    node.Fail("'" + about.who + "' is neither the applicant nor a place of the form");
  }
  const auto* person = PersonSchema(about.who, form);
  if (person == nullptr) node.Fail("'" + about.who + "' is no group and no rows of the form");
  for (const auto* name : {"last_name", "first_name", "birth_date"}) {
    if (person->at("properties").contains(name)) continue;
    node.Fail("'" + about.who + "' can not be asked about: it has no '" + name + "'");
  }
  if (conditional) about.where = ReadCondition(node.members.front().second, *person);
  return about;
}

std::vector<AskedAbout> ReadAbout(const Node& node, const Json& form) {
  if (node.kind != Node::Kind::kList) return {ReadOneAsked(node, form)};
  std::vector<AskedAbout> about;
  for (const auto& item : node.Items()) about.push_back(ReadOneAsked(item, form));
  if (about.empty()) node.Fail("'about' names nobody");
  return about;
}

// "birth", or a list of which one is enough.
std::vector<std::string> ReadRecords(const Node& node) {
  if (node.kind != Node::Kind::kList) return {node.Text()};
  std::vector<std::string> records;
  for (const auto& item : node.Items()) records.push_back(item.Text());
  if (records.empty()) node.Fail("'record' names none");
  return records;
}

ChecklistRule ReadRule(const Node& node, const Json& form) {
  constexpr std::array<std::pair<std::string_view, Need>, 4> kNeeds = {
      {{"required", Need::kRequired},
       {"conditional", Need::kConditional},
       {"optional", Need::kOptional},
       {"inquiry", Need::kInquiry}}};
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kForms = {
      {{"original", "original"},
       {"copy", "copy"},
       {"original_and_copy", "original_and_copy"},
       {"electronic", "electronic"},
       {"any", "any"}}};
  Members members(node);
  ChecklistRule rule{.code = members.Text("code"),
                     .title = members.Text("title"),
                     .note = members.TextOr("note", ""),
                     .need = OneOf(members.Get("need"), kNeeds),
                     .form_of_document = std::string(OneOf(members.Get("form"), kForms)),
                     .returned = members.FlagOr("returned", false),
                     .group = members.TextOr("group", "")};
  if (const auto* when = members.Maybe("when")) rule.when = ReadCondition(*when, CardAndForm(form));
  if (rule.need == Need::kConditional && rule.when.is_null()) node.Fail("'when' is missing");
  if (rule.need == Need::kRequired && !rule.when.is_null()) {
    node.Fail("a required document has no condition; write need: conditional");
  }
  if (const auto* about = members.Maybe("about")) {
    if (!IsObtainable(rule)) about->Fail("nobody asks for a document that the applicant brings");
    rule.about = ReadAbout(*about, form);
  }
  if (const auto* record = members.Maybe("record")) {
    if (!IsObtainable(rule)) record->Fail("nobody asks for a document that the applicant brings");
    rule.records = ReadRecords(*record);
  }
  members.Finish();
  return rule;
}

std::vector<ChecklistRule> ReadChecklist(const Node& node, const Json& form) {
  std::vector<ChecklistRule> rules;
  std::set<std::string> codes;
  for (const auto& item : node.Items()) {
    rules.push_back(ReadRule(item, form));
    if (!codes.insert(rules.back().code).second) item.Fail("the code is there twice");
  }
  return rules;
}

std::vector<Service::Stage> ReadStages(const Node& node) {
  std::vector<Service::Stage> stages;
  for (const auto& item : node.Items()) {
    Members members(item);
    stages.push_back({members.Text("name"), ReadTerm(members.Get("term"))});
    members.Finish();
  }
  return stages;
}

std::vector<std::string> ReadKinds(const Node& node) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kKinds = {
      {{"person", "person"}, {"entrepreneur", "entrepreneur"}, {"legal_entity", "legal_entity"}}};
  std::vector<std::string> kinds;
  for (const auto& item : node.Items()) kinds.emplace_back(OneOf(item, kKinds));
  if (kinds.empty()) node.Fail("nobody may apply");
  return kinds;
}

void ReadAgency(const Node& node, Service& service) {
  Members members(node);
  service.agency_code = members.Text("code");
  service.agency_name = members.Text("name");
  members.Finish();
}

void ReadApplicationWords(Members& members, Service& service) {
  const auto* node = members.Maybe("application");
  if (node == nullptr) return;
  Members words(*node);
  service.application_title = words.Text("title");
  service.application_request = words.Text("request");
  words.Finish();
}

// `electronic: true` names the message type that carries the application.
void ReadCarrier(Members& members, Service& service) {
  service.electronic = members.Get("electronic").Flag();
  const auto* type = members.Maybe("message_type");
  if (service.electronic && type == nullptr)
    members.Get("electronic").Fail("'message_type' is missing");
  if (type != nullptr) service.message_type = type->Text();
}

// Only persons have identity documents.
void ReadOverdue(Members& members, Service& service) {
  const auto* node = members.Maybe("takes_overdue_document");
  if (node == nullptr) return;
  service.takes_overdue_document = node->Flag();
  const bool persons = std::ranges::count(service.applicant_kinds, "legal_entity") == 0;
  if (service.takes_overdue_document && !persons)
    node->Fail("an organization has no such document");
}

Service ReadService(const Node& file, std::span<const ReferenceBook> books) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kPlaces = {
      {{"center", "center"}, {"agency", "agency"}}};
  Members members(file);
  Service service{.code = members.Text("code"),
                  .name = members.Text("name"),
                  .short_name = members.Text("short_name"),
                  .description = members.Text("description"),
                  .keywords = members.TextsOrNone("keywords"),
                  .applicant_kinds = ReadKinds(members.Get("applicant_kinds")),
                  .term = ReadTerm(members.Get("term")),
                  .counted_from = std::string(OneOf(members.Get("counted_from"), kPlaces)),
                  .fee_text = members.Text("fee"),
                  .legal_basis = members.Texts("legal_basis"),
                  .result = members.Texts("result"),
                  .refusal_grounds = members.Texts("refusal_grounds"),
                  .suspension_grounds = members.TextsOrNone("suspension_grounds"),
                  .stages = ReadStages(members.Get("stages")),
                  .form = ReadForm(members.Get("form"), books)};
  if (!Matches("^[a-z][a-z0-9-]*$", service.code)) members.Get("code").Fail("not a slug");
  ReadAgency(members.Get("agency"), service);
  ReadApplicationWords(members, service);
  ReadCarrier(members, service);
  ReadOverdue(members, service);
  service.checklist = ReadChecklist(members.Get("checklist"), service.form);
  members.Finish();
  return service;
}

}  // namespace

std::vector<Service> ReadServices(const std::string& content_folder) {
  const auto books = LoadReferenceBooks(content_folder);
  std::vector<Service> services;
  std::map<std::string, std::string> agencies;
  for (const auto& path : yaml::FilesIn(content_folder + "/services")) {
    const auto file = yaml::ReadFile(path);
    auto service = ReadService(file, books);
    if (std::ranges::find(services, service.code, &Service::code) != services.end()) {
      file.Fail("the code '" + service.code + "' is there twice");
    }
    const auto [known, added] = agencies.emplace(service.agency_code, service.agency_name);
    if (!added && known->second != service.agency_name) {
      file.Fail("agency '" + service.agency_code +
                "' has another name elsewhere: " + known->second);
    }
    services.push_back(std::move(service));
  }
  return services;
}

}  // namespace okno::catalog

// SPDX-License-Identifier: Apache-2.0
#include "http/package_json.h"

#include <fmt/format.h>

#include "storage/outcome_json.h"

namespace okno::packages {
namespace {

void AddText(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}
void AddTime(Json& json, const char* key, const std::optional<Instant>& at) {
  if (at) json[key] = FormatInstant(*at);
}
void AddDay(Json& json, const char* key, const std::optional<Date>& day) {
  if (day) json[key] = FormatDate(*day);
}

void AddPapers(Json& json, const applications::PaperState& state) {
  json["papers"] = {{"application", state.application}, {"receipt", state.receipt}};
  if (state.inquiries_waiting > 0) json["inquiries_waiting"] = state.inquiries_waiting;
  if (state.unasked.empty()) return;
  json["unasked"] = Json::array();
  for (const auto& [code, title] : state.unasked)
    json["unasked"].push_back({{"code", code}, {"title", title}});
}

std::string ServiceName(const std::shared_ptr<const catalog::Service>& service,
                        const std::string& code) {
  return service ? service->short_name : code;
}

template <typename Words>
Json WordsOf(const Words& actions) {
  Json words = Json::array();
  for (const auto action : actions) words.push_back(Word(action));
  return words;
}

Json LinesJson(const Services& services, const std::vector<Package>& packages) {
  Json lines = Json::array();
  for (const auto& package : packages) lines.push_back(LineJson(services, package));
  return lines;
}

std::vector<applications::ResultPaper> ReadPapers(const Json* list,
                                                  std::vector<FieldError>& errors) {
  constexpr std::size_t kMostPapers = 20;
  std::vector<applications::ResultPaper> papers;
  if (list == nullptr) return papers;
  if (list->size() > kMostPapers) {
    errors.push_back({"/papers", "field.too_many", std::to_string(kMostPapers)});
    return papers;
  }
  for (const auto& item : *list) {
    json::Reader in(item, fmt::format("/papers/{}", papers.size()));
    applications::ResultPaper paper{.title = in.Text("title", {.max_length = 300})};
    const auto sheets = in.Number("sheets", true).value_or(1);
    if (sheets < 1) in.Fail("sheets", "field.minimum", "1");
    if (sheets > 9999) in.Fail("sheets", "field.maximum", "9999");
    if (const auto refusal = in.Finish())
      errors.insert(errors.end(), refusal->fields.begin(), refusal->fields.end());
    paper.sheets = static_cast<int>(sheets);
    papers.push_back(std::move(paper));
  }
  return papers;
}

}  // namespace

Json LineJson(const Services& services, const Package& package) {
  Json json = {{"id", package.id.ToString()},
               {"direction", Word(package.direction)},
               {"number", package.number},
               {"state", Word(package.state)},
               {"agency_code", package.agency_code},
               {"agency_name", package.agency_name},
               {"branch_name", package.branch_name},
               {"cases", package.cases},
               {"created_at", FormatInstant(package.created_at)},
               {"created_by", package.created_by_name}};
  if (!package.service_code.empty()) {
    json["service_name"] =
        ServiceName(services.catalog.Find(package.service_code), package.service_code);
  }
  if (package.run)
    json["run"] = {{"id", package.run->id.ToString()}, {"number", package.run->number}};
  AddDay(json, "due", package.due);
  AddTime(json, "sent_at", package.sent_at);
  AddDay(json, "received_on", package.received_on);
  AddText(json, "incoming_number", package.incoming_number);
  AddTime(json, "ended_at", package.ended_at);
  AddText(json, "ended_by", package.ended_by_name);
  AddText(json, "end_reason", package.end_reason);
  AddTime(json, "corrected_at", package.corrected_at);
  AddText(json, "corrected_by", package.corrected_by_name);
  return json;
}

Json CaseJson(const Services& services, const http::Request& request, const PackedCase& packed) {
  const auto& subject = packed.subject;
  const auto listed = packed.Shown();
  Json json = {{"application_id", subject.id.ToString()},
               {"number", subject.number},
               {"applicant_name", subject.applicant_name},
               {"service_name",
                ServiceName(services.catalog.Find(subject.service_code, subject.service_version),
                            subject.service_code)},
               {"status", Word(subject.status)},
               {"documents", listed.documents},
               {"sheets", listed.sheets}};
  AddText(json, "executor_name", subject.executor_name);
  if (packed.papers) AddPapers(json, *packed.papers);
  AddDay(json, "planned_date", subject.planned_date);
  if (!packed.problem.empty())
    json["problem"] = services.texts.Text(packed.problem, request.language);
  if (packed.outcome) json["outcome"] = storage::ToJson(*packed.outcome);
  AddText(json, "not_taken", packed.not_taken);
  return json;
}

http::Response SheetAnswer(const Services& services, const http::Request& request,
                           const PackageSheet& sheet, int status) {
  Json json = LineJson(services, sheet.package);
  json["version"] = sheet.package.version;
  AddText(json, "changed_by", sheet.package.changed_by_name);
  Json items = Json::array();
  for (const auto& packed : sheet.cases) items.push_back(CaseJson(services, request, packed));
  json["items"] = std::move(items);
  if (sheet.waiting) json["waiting"] = *sheet.waiting;
  json["actions"] = WordsOf(sheet.actions);
  auto response = http::Response::Of(json, status);
  response.WithETag(sheet.package.version);
  return response;
}

Json RunLineJson(const CourierRun& run) {
  Json json = {{"id", run.id.ToString()},
               {"number", run.number},
               {"state", Word(run.state)},
               {"courier", run.courier},
               {"branch_name", run.branch_name},
               {"packages", run.packages},
               {"cases", run.cases},
               {"created_at", FormatInstant(run.created_at)},
               {"created_by", run.created_by_name}};
  AddTime(json, "sent_at", run.sent_at);
  AddText(json, "sent_by", run.sent_by_name);
  return json;
}

http::Response RunAnswer(const Services& services, const RunSheet& sheet, int status) {
  Json json = RunLineJson(sheet.run);
  json["version"] = sheet.run.version;
  json["items"] = LinesJson(services, sheet.packages);
  json["others"] = LinesJson(services, sheet.others);
  json["actions"] = WordsOf(sheet.actions);
  auto response = http::Response::Of(json, status);
  response.WithETag(sheet.run.version);
  return response;
}

Refusal Worded(const Services& services, const http::Request& request, Refusal refusal) {
  if (refusal.code != "packages.case_not_ready" || refusal.fields.empty()) return refusal;
  const auto& why = refusal.fields.front();
  refusal.detail += ": " + services.texts.Text(why.code, request.language, why.detail);
  return refusal;
}

Result<CaseOutcome> ReadOutcome(const Json& body) {
  json::Reader in(body);
  std::vector<FieldError> errors;
  CaseOutcome outcome;
  const auto word = in.Text("kind", {.required = true, .max_length = 20});
  const auto kind = OutcomeKindFromWord(word);
  if (!kind && !word.empty()) in.Fail("kind", "field.enum");
  outcome.kind = kind.value_or(OutcomeKind::kGranted);
  outcome.registration_number = in.Text("registration_number", {.max_length = 60});
  outcome.decided_on = in.Day("decided_on");
  outcome.text = in.Text("text", {.max_length = 2000});
  outcome.papers = ReadPapers(in.Array("papers"), errors);
  if (const auto refusal = in.Finish())
    errors.insert(errors.end(), refusal->fields.begin(), refusal->fields.end());
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return outcome;
}

}  // namespace okno::packages

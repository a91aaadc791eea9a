// SPDX-License-Identifier: Apache-2.0
#include "http/page_json.h"

#include "logic/rules/deadlines.h"

namespace okno::applications {
namespace {

void AddText(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

void AddTerm(Json& json, const Services& services, const storage::ApplicationRow& row, Date today) {
  const auto urgency = rules::UrgencyOf(services.calendar, row.status, row.due_date, today);
  if (row.due_date) json["planned_date"] = FormatDate(*row.due_date);
  if (urgency.days_left) json["days_left"] = *urgency.days_left;
  json["urgency"] = urgency.word;
}

}  // namespace

Json PageJson(const Services& services, const Page& page) {
  const auto today = LocalDate(services.clock.Now(), kMoscow);
  Json items = Json::array();
  for (const auto& row : page.rows) {
    const auto service = services.catalog.Find(row.service_code, row.service_version);
    const auto branch = page.branch_names.find(row.branch_id);
    Json item = {
        {"id", row.id.ToString()},
        {"status", Word(row.status)},
        {"applicant_name", row.applicant_name},
        {"service_code", row.service_code},
        {"service_name", service ? service->short_name : row.service_code},
        {"branch_name", branch == page.branch_names.end() ? std::string() : branch->second},
        {"created_at", FormatInstant(row.created_at)},
        {"updated_at", FormatInstant(row.updated_at)}};
    AddText(item, "number", row.number);
    if (service && !service->electronic) item["on_paper"] = true;
    if (row.external_status) item["external_status"] = row.external_status->text;
    AddText(item, "executor_name", row.executor_name);
    AddTerm(item, services, row, today);
    items.push_back(std::move(item));
  }
  Json json = {{"items", std::move(items)}};
  AddText(json, "next_cursor", page.next_cursor);
  return json;
}

}  // namespace okno::applications

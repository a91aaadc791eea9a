// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "applications/by_paper.h"
#include "applications/queries.h"
#include "logic/rules/travelling.h"
#include "storage/application_json.h"

namespace okno::applications {
namespace {

PaperCase ReadCase(const catalog::Catalog& catalog, const db::Row& row) {
  const auto status = StatusFromWord(row["status"].raw());
  if (!status) throw std::runtime_error("applications: unknown status in a row");
  PaperCase line{.id = row["id"].As<ApplicationId>(),
                 .number = row["number"].Text(),
                 .applicant_name = row["applicant_name"].Text(),
                 .full_name = row["display_name"].Text(),
                 .branch_id = row["branch_id"].As<access::BranchId>(),
                 .service_code = row["service_code"].Text(),
                 .service_version = row["service_version"].As<int>(),
                 .status = *status,
                 .planned_date = std::nullopt,
                 .executor_name = row["executor_name"].Text()};
  const auto service = catalog.Find(line.service_code, line.service_version);
  const auto papers =
      rules::WhatTravels(service ? service->checklist : std::vector<catalog::ChecklistRule>{},
                         storage::MarksFromJson(row["marks"].As<Json>()));
  line.documents = papers.documents;
  line.sheets = papers.sheets;
  if (!row["planned_date"].is_null()) line.planned_date = row["urgent_by"].As<Date>();
  return line;
}

std::vector<PaperCase> ReadCases(const catalog::Catalog& catalog, const db::Rows& rows) {
  std::vector<PaperCase> cases;
  for (const auto& row : rows) cases.push_back(ReadCase(catalog, row));
  return cases;
}

}  // namespace

std::vector<PaperCase> ListPaperCases(db::Tx& tx, const catalog::Catalog& catalog,
                                      const PaperQuery& query) {
  Json services = Json::array();
  for (const auto& [code, version] : query.services)
    services.push_back({{"code", code}, {"version", version}});
  std::vector<std::string> statuses;
  for (const auto status : query.statuses) statuses.emplace_back(Word(status));
  return ReadCases(catalog, tx.Run(queries::kListPaperCases, query.organization_id, query.branch_id,
                                   services, statuses, query.without, query.limit));
}

std::vector<PaperCase> GetPaperCases(db::Tx& tx, const catalog::Catalog& catalog,
                                     const std::vector<ApplicationId>& ids) {
  return ReadCases(catalog, tx.Run(queries::kFindPaperCases, ids));
}

}  // namespace okno::applications

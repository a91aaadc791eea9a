// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "applications/by_paper.h"
#include "applications/queries.h"

namespace okno::applications {
namespace {

PaperCase ReadCase(const db::Row& row) {
  const auto status = StatusFromWord(row["status"].raw());
  if (!status) throw std::runtime_error("applications: unknown status in a row");
  PaperCase line{.id = row["id"].As<ApplicationId>(),
                 .number = row["number"].Text(),
                 .applicant_name = row["applicant_name"].Text(),
                 .branch_id = row["branch_id"].As<access::BranchId>(),
                 .service_code = row["service_code"].Text(),
                 .service_version = row["service_version"].As<int>(),
                 .status = *status,
                 .planned_date = std::nullopt,
                 .documents = row["documents"].As<int>(),
                 .sheets = row["sheets"].As<int>()};
  if (!row["planned_date"].is_null()) line.planned_date = row["urgent_by"].As<Date>();
  return line;
}

std::vector<PaperCase> ReadCases(const db::Rows& rows) {
  std::vector<PaperCase> cases;
  for (const auto& row : rows) cases.push_back(ReadCase(row));
  return cases;
}

}  // namespace

std::vector<PaperCase> ListPaperCases(db::Tx& tx, const PaperQuery& query) {
  std::vector<std::string> statuses;
  for (const auto status : query.statuses) statuses.emplace_back(Word(status));
  return ReadCases(tx.Run(queries::kListPaperCases, query.organization_id, query.branch_id,
                          query.service_codes, statuses, query.limit));
}

std::vector<PaperCase> GetPaperCases(db::Tx& tx, const std::vector<ApplicationId>& ids) {
  return ReadCases(tx.Run(queries::kFindPaperCases, ids));
}

}  // namespace okno::applications

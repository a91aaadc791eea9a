// SPDX-License-Identifier: Apache-2.0
#include "storage/run_store.h"

#include "packages/queries.h"

namespace okno::packages::storage {
namespace {

CourierRun ReadRun(const db::Row& row) {
  return {.id = row["id"].As<RunId>(),
          .organization_id = row["organization_id"].As<access::OrganizationId>(),
          .branch_id = row["branch_id"].As<access::BranchId>(),
          .branch_name = row["branch_name"].Text(),
          .branch_zone = row["branch_zone"].Text(),
          .number = row["number"].Text(),
          .state = RunStateFromWord(row["state"].raw()).value(),
          .courier = row["courier"].Text(),
          .created_by = row["created_by"].As<access::UserId>(),
          .created_by_name = row["created_by_name"].Text(),
          .created_at = row["created_at"].As<Instant>(),
          .sent_at = row["sent_at"].Maybe<Instant>(),
          .sent_by = row["sent_by"].Maybe<access::UserId>(),
          .sent_by_name = row["sent_by_name"].Text(),
          .packages = row["packages"].As<int>(),
          .cases = row["cases"].As<int>(),
          .version = row["version"].As<int>()};
}

}  // namespace

std::vector<CourierRun> ListRuns(db::Tx& tx, const RunFilter& filter) {
  tx.Queue(queries::kPlanEachTime);
  std::vector<CourierRun> runs;
  for (const auto& row : tx.Run(queries::kListRuns, filter.organization_id, filter.id,
                                filter.branch_id, filter.open, filter.before, filter.limit)) {
    runs.push_back(ReadRun(row));
  }
  return runs;
}

std::optional<CourierRun> FindRun(db::Tx& tx, const access::OrganizationId& organization_id,
                                  const RunId& id) {
  const auto found = ListRuns(tx, {.organization_id = organization_id, .id = id});
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::string FindLastCourier(db::Tx& tx, const access::Branch& branch) {
  const auto rows = tx.Run(queries::kFindLastCourier, branch.organization_id, branch.id);
  return rows.empty() ? std::string() : rows.front()["courier"].Text();
}

void InsertRun(db::Tx& tx, const CourierRun& r) {
  tx.Queue(queries::kInsertRun, r.id, r.organization_id, r.branch_id, r.number, r.courier,
           r.created_by, r.created_by_name, r.created_at);
}

void SaveRun(db::Tx& tx, const CourierRun& r) {
  tx.Queue(queries::kSaveRun, r.id, Word(r.state), r.courier, r.sent_at, r.sent_by_name, r.version,
           r.sent_by);
}

void LockRun(db::Tx& tx, const RunId& id) { tx.Queue(queries::kLockRun, id); }

std::string FindNumber(db::Tx& tx, const RunId& id) {
  const auto rows = tx.Run(queries::kFindRunNumber, id);
  return rows.empty() ? std::string() : rows.front()["number"].Text();
}

}  // namespace okno::packages::storage

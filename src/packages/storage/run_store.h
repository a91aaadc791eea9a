// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "packages/courier_runs.h"

// Rows <-> values. Writes are queued and travel with the next statement or the commit.
namespace okno::packages::storage {

struct RunFilter {
  access::OrganizationId organization_id;
  std::optional<RunId> id = {};
  std::optional<access::BranchId> branch_id = {};
  bool open = false;
  std::optional<RunId> before = {};
  int limit = 1;
};
std::vector<CourierRun> ListRuns(db::Tx& tx, const RunFilter& filter);  // newest first
std::optional<CourierRun> FindRun(db::Tx& tx, const access::OrganizationId& organization_id,
                                  const RunId& id);
// Of the branch's runs, who went last; "" when nobody did.
std::string FindLastCourier(db::Tx& tx, const access::Branch& branch);
void InsertRun(db::Tx& tx, const CourierRun& run);
void SaveRun(db::Tx& tx, const CourierRun& run);  // all that changes
void LockRun(db::Tx& tx, const RunId& id);
std::string FindNumber(db::Tx& tx, const RunId& id);

}  // namespace okno::packages::storage

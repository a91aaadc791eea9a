// SPDX-License-Identifier: Apache-2.0
#include "logic/run_file.h"

#include "access/live.h"
#include "logic/package_file.h"
#include "logic/rules/transitions.h"
#include "storage/package_store.h"
#include "storage/run_store.h"

namespace okno::packages {

Result<CourierRun> LoadRun(db::Tx& tx, const access::Principal& principal, const RunId& id) {
  auto run = storage::FindRun(tx, principal.organization_id, id);
  if (!run || !rules::MaySee(principal, run->organization_id, run->branch_id))
    return Refusal::NotFound("packages.run_not_found");
  return std::move(*run);
}

Result<CourierRun> LoadRunFor(db::Tx& tx, const access::Principal& principal, const RunId& id,
                              long long version, RunAction action) {
  const auto seen = LoadRun(tx, principal, id);
  if (!seen) return seen;
  storage::LockRun(tx, id);
  auto run = storage::FindRun(tx, principal.organization_id, id);
  if (!run || run->version != version) return Stale();
  if (const auto judged = rules::Judge(action, *run); !judged) return judged.refusal();
  return std::move(*run);
}

std::vector<Package> PackagesOf(db::Tx& tx, const CourierRun& run) {
  return storage::List(tx, {.organization_id = run.organization_id, .run_id = run.id});
}

void SaveRun(db::Tx& tx, CourierRun& run) {
  run.version += 1;
  storage::SaveRun(tx, run);
  access::Announce(tx, access::TopicOf(run.organization_id), "courier_runs_changed",
                   Json::object());
}

RunSheet SheetOf(db::Tx& tx, const CourierRun& run) {
  // Read again: what was just written counts, too.
  RunSheet sheet{.run = storage::FindRun(tx, run.organization_id, run.id).value()};
  sheet.packages = PackagesOf(tx, run);
  if (sheet.run.state == RunState::kDraft) {
    sheet.others = storage::List(
        tx,
        {.organization_id = run.organization_id, .branch_id = sheet.run.branch_id, .free = true});
  }
  sheet.actions = rules::ActionsFor(sheet.run);
  return sheet;
}

}  // namespace okno::packages

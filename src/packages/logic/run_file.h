// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "packages/courier_runs.h"

// Loading a courier run and changing it.
namespace okno::packages {

// Refused "packages.run_not_found" when there is none the principal may see.
Result<CourierRun> LoadRun(db::Tx& tx, const access::Principal& principal, const RunId& id);
// The same for changes: locked, of the version the caller has seen, and `action` is due.
Result<CourierRun> LoadRunFor(db::Tx& tx, const access::Principal& principal, const RunId& id,
                              long long version, RunAction action);
std::vector<Package> PackagesOf(db::Tx& tx, const CourierRun& run);  // newest first
// The next version of the run is what it is now; open screens are told.
void SaveRun(db::Tx& tx, CourierRun& run);
RunSheet SheetOf(db::Tx& tx, const CourierRun& run);

}  // namespace okno::packages

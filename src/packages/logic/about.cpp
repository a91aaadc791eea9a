// SPDX-License-Identifier: Apache-2.0
#include "packages/about.h"

#include "storage/package_store.h"
#include "storage/run_store.h"

namespace okno::packages {

std::vector<PackageId> PackagesAbout(db::Tx& tx, const std::vector<ApplicationId>& cases) {
  return storage::ListAbout(tx, cases);
}

std::string NumberOf(db::Tx& tx, const PackageId& id) { return storage::FindNumber(tx, id); }
std::string NumberOf(db::Tx& tx, const RunId& id) { return storage::FindNumber(tx, id); }

}  // namespace okno::packages

// SPDX-License-Identifier: Apache-2.0
#include "packages/about.h"

#include "applications/by_number.h"
#include "storage/package_store.h"
#include "storage/run_store.h"

namespace okno::packages {

std::vector<PackageId> PackagesAbout(db::Tx& tx, const std::vector<ApplicationId>& cases) {
  return storage::ListAbout(tx, cases);
}

std::optional<Numbered> FindByNumber(db::Tx& tx, const std::string& number) {
  return storage::FindByNumber(tx, number);
}

std::string NumberOf(db::Tx& tx, const PackageId& id) { return storage::FindNumber(tx, id); }
std::string NumberOf(db::Tx& tx, const RunId& id) { return storage::FindNumber(tx, id); }

std::string CaseNumber(const Services& services, const access::Principal& principal,
                       const ApplicationId& id) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    auto numbers = applications::NumbersOf(tx, {id.uuid});
    return numbers.empty() ? std::string() : std::move(numbers.begin()->second);
  });
}

}  // namespace okno::packages

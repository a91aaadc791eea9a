// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "packages/courier_runs.h"

// Loading a package and changing it: what every use case shares.
namespace okno::packages {

// A colleague was faster.
Refusal Stale();

// Refused "packages.not_found" when there is none the principal may see.
Result<Package> Load(db::Tx& tx, const access::Principal& principal, const PackageId& id);
// The same for changes: locked, with its courier run, of the version the caller has seen, and
// `action` is due.
Result<Package> LoadFor(db::Tx& tx, const access::Principal& principal, const PackageId& id,
                        long long version, Action action);

// The branch where the principal makes packages. Refused "packages.no_branch".
Result<access::Branch> OwnBranch(db::Tx& tx, const access::Principal& principal);
// The next number of the branch («П» of a package, «К» of a run); whoever wants another waits until
// the commit.
std::string TakeNumber(db::Tx& tx, const access::Branch& branch, std::string_view letter,
                       Instant now);

// The package, read just now, with what is shown of it.
PackageSheet SheetOf(db::Tx& tx, const Services& services, Package package);
// The same after a change: the package is read again, so that what was just written counts.
PackageSheet SheetAfter(db::Tx& tx, const Services& services, const Package& package);

// The next version of the package is what it is now; open screens are told. Who only types into it
// changes nothing on the lists.
enum class Tell { kEverybody, kWhoHasItOpen };
void Save(db::Tx& tx, Package& package, Tell tell = Tell::kEverybody);
// A step: loads the package for `action`, lets `change` do the rest, saves and shows it.
template <typename Change>
Result<PackageSheet> Step(const Services& services, const access::Principal& principal,
                          const PackageId& id, long long version, Action action, Change change) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<PackageSheet> {
    auto package = LoadFor(tx, principal, id, version, action);
    if (!package) return package.refusal();
    if (const Outcome changed = change(tx, *package); !changed) return changed.refusal();
    Save(tx, *package);
    return SheetAfter(tx, services, *package);
  });
}
// Its way is over; its cases may go into another one.
void End(db::Tx& tx, const access::Principal& principal, State state, Instant now,
         Package& package);
// It leaves its courier run, whose version moves on too.
void LeaveRun(db::Tx& tx, Package& package);
// Lists are stale, and the package where it is open in an older version.
void Announce(db::Tx& tx, const Package& package);

std::vector<PackedCase> CasesOf(db::Tx& tx, const Services& services,
                                const Package& package);                 // by number
std::vector<ApplicationId> IdsOf(const std::vector<PackedCase>& cases);  // in the order of locks
const PackedCase& CaseIn(const std::vector<PackedCase>& cases, const ApplicationId& id);

// Puts cases into a draft as AddCases does; how many were not there yet.
Result<int> PutIn(db::Tx& tx, const Services& services, const access::Principal& principal,
                  const Package& package, const AddInput& input);

// What waits in a branch, in no package on its way, for a service on paper as it was filed: what
// the catalog offers now does not matter.
struct Waiting {
  std::shared_ptr<const catalog::Service> service;
  int cases = 0, given_back = 0;  // of these, those an agency gave back last time
};
std::vector<Waiting> ListWaiting(db::Tx& tx, const Services& services,
                                 const access::OrganizationId& organization_id,
                                 const access::BranchId& branch_id, Direction direction);
// Of that, what may be put into the package.
std::vector<Waiting> ListWaitingFor(db::Tx& tx, const Services& services, const Package& package);

// "пакет 0101-П-26-0004, ведомость 0101-К-26-0002", for the history of a case.
std::string HowOf(const Package& package);

// Cases that can not go on: the first is named, fields tell why of each.
class NotReady {
 public:
  void Add(const std::string& name, const ApplicationId& id, const Refusal& why);
  bool empty() const { return fields_.empty(); }
  Refusal ToRefusal(const char* code = "packages.case_not_ready") const;

 private:
  std::string first_;
  std::vector<FieldError> fields_;
};

}  // namespace okno::packages

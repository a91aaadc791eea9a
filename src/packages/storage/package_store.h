// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "packages/about.h"
#include "packages/packages.h"

// Rows <-> values. Writes are queued and travel with the next statement or the commit.
namespace okno::packages::storage {

// Takes the next serial of the branch's year; `kind` is "package" or "run".
int TakeSerial(db::Tx& tx, const access::Branch& branch, int year, std::string_view kind);

struct Filter {
  access::OrganizationId organization_id;
  std::optional<std::vector<PackageId>> ids = {};
  std::optional<access::BranchId> branch_id = {};
  std::optional<Direction> direction = {};
  bool open = false;
  std::optional<ApplicationId> application_id = {};
  std::optional<std::string> typed = {};  // part of the number, or the number of a case
  std::optional<RunId> run_id = {};
  bool free = false;  // ready, and in no run
  std::optional<PackageId> before = {};
  int limit = 1000;
};
std::vector<Package> List(db::Tx& tx, const Filter& filter);  // newest first
std::optional<Package> Find(db::Tx& tx, const access::OrganizationId& organization_id,
                            const PackageId& id);
void Insert(db::Tx& tx, const Package& package);
void Save(db::Tx& tx, const Package& package);  // all that changes
void Lock(db::Tx& tx, const std::vector<PackageId>& ids);
std::vector<PackageId> LockReady(db::Tx& tx, const access::OrganizationId& organization_id,
                                 const access::BranchId& branch_id, int limit);

struct CaseRow {
  ApplicationId id;
  std::optional<Listed> listed;
  std::optional<CaseOutcome> outcome;
  std::string not_taken;
  std::optional<Instant> sent_at;
  std::optional<Date> received_on;
};
std::vector<CaseRow> ListCases(db::Tx& tx, const PackageId& id);  // by number
struct NewCase {
  ApplicationId id;
  std::optional<CaseOutcome> outcome;
};
// How many were added: those in another package on its way are not.
int AddCases(db::Tx& tx, const Package& package, const std::vector<NewCase>& cases, Instant now);
// Both: whether the package has the case.
bool RemoveCase(db::Tx& tx, const PackageId& id, const ApplicationId& application_id);
bool SaveOutcome(db::Tx& tx, const PackageId& id, const ApplicationId& application_id,
                 const CaseOutcome& outcome);
void SaveNotTaken(db::Tx& tx, const PackageId& id, const ApplicationId& application_id,
                  const std::string& reason);
// What the inventory says of its cases.
void SaveListed(db::Tx& tx, const PackageId& id, const std::vector<PackedCase>& cases);
void ForgetListed(db::Tx& tx, const PackageId& id);
// Its cases may go into another package.
void EndWay(db::Tx& tx, const PackageId& id);
// Of those cases that are in a package on its way, the number of that.
std::map<ApplicationId, std::string> ListOnTheirWay(db::Tx& tx,
                                                    const std::vector<ApplicationId>& cases);
// In no package on its way, by service as it was filed.
struct WaitingCount {
  applications::FiledService service;
  int cases = 0, given_back = 0;  // of these, those an agency gave back last time
};
std::vector<WaitingCount> CountWaiting(db::Tx& tx, const access::OrganizationId& organization_id,
                                       const access::BranchId& branch_id,
                                       const std::vector<applications::Status>& statuses);

std::vector<Holder> ListHolders(db::Tx& tx, const access::OrganizationId& organization_id,
                                const std::optional<access::BranchId>& branch_id,
                                const std::vector<ApplicationId>& cases);
// All cases that are in open packages of the branch.
std::vector<ApplicationId> ListInOpenPackages(db::Tx& tx,
                                              const access::OrganizationId& organization_id,
                                              const access::BranchId& branch_id);
// Cases of an ended package that have been put into another one since.
std::vector<ApplicationId> ListUsedSince(db::Tx& tx, const PackageId& id);

// Of these cases, those an agency did not take or consider last time, or that were lost.
std::vector<ApplicationId> ListGivenBack(db::Tx& tx, const std::vector<ApplicationId>& cases);

// Packages these cases are in, or were taken out of.
std::vector<PackageId> ListAbout(db::Tx& tx, const std::vector<ApplicationId>& cases);
std::string FindNumber(db::Tx& tx, const PackageId& id);
std::optional<Numbered> FindByNumber(db::Tx& tx, const std::string& number);

}  // namespace okno::packages::storage

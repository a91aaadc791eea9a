// SPDX-License-Identifier: Apache-2.0
#include "logic/package_file.h"

#include <algorithm>

#include "access/live.h"
#include "logic/rules/packing.h"
#include "logic/rules/transitions.h"
#include "storage/package_store.h"
#include "storage/run_store.h"

namespace okno::packages {
namespace {

// A colleague was faster.
Refusal Stale() { return {RefusalKind::kStale, "request.stale", {}, {}}; }

int CountWaiting(db::Tx& tx, const Services& services, const Package& package) {
  int waiting = 0;
  for (const auto& [service, cases] :
       storage::CountWaiting(tx, WaitingFor(services, package, kMostCases)))
    waiting += cases;
  return waiting;
}

}  // namespace

Result<Package> Load(db::Tx& tx, const access::Principal& principal, const PackageId& id) {
  auto package = storage::Find(tx, principal.organization_id, id);
  if (!package || !rules::MaySee(principal, package->organization_id, package->branch_id))
    return Refusal::NotFound("packages.not_found");
  return std::move(*package);
}

Result<Package> LoadFor(db::Tx& tx, const access::Principal& principal, const PackageId& id,
                        long long version, Action action) {
  const auto seen = Load(tx, principal, id);
  if (!seen) return seen;
  if (seen->run) storage::LockRun(tx, seen->run->id);
  storage::Lock(tx, {id});
  auto package = storage::Find(tx, principal.organization_id, id);
  // One that has come into another run meanwhile is locked in the wrong order; its version moved.
  if (!package || package->version != version || package->run != seen->run) return Stale();
  if (const auto judged = rules::Judge(action, *package); !judged) return judged.refusal();
  return std::move(*package);
}

Result<access::Branch> OwnBranch(db::Tx& tx, const access::Principal& principal) {
  if (!principal.branch_id) return Refusal::Conflict("packages.no_branch");
  auto branch = access::FindBranch(tx, *principal.branch_id);
  if (!branch) return Refusal::Conflict("packages.no_branch");
  return std::move(*branch);
}

std::string TakeNumber(db::Tx& tx, const access::Branch& branch, std::string_view letter,
                       Instant now) {
  const auto year = static_cast<int>(LocalDate(now, branch.time_zone).year());
  const auto serial = storage::TakeSerial(tx, branch, year, letter == "П" ? "package" : "run");
  return rules::MakeNumber(branch.code, letter, year, serial);
}

void Save(db::Tx& tx, Package& package) {
  package.version += 1;
  storage::Save(tx, package);
  Announce(tx, package.organization_id);
}

void LeaveRun(db::Tx& tx, Package& package) {
  if (!package.run) return;
  auto run = storage::FindRun(tx, package.organization_id, package.run->id).value();
  run.version += 1;
  storage::SaveRun(tx, run);
  package.run.reset();
}

void Announce(db::Tx& tx, const access::OrganizationId& organization_id) {
  access::Announce(tx, access::TopicOf(organization_id), "packages_changed", Json::object());
}

PackageSheet SheetOf(db::Tx& tx, const Services& services, const Package& package) {
  // Read again: what was just written counts, too.
  PackageSheet sheet{.package = storage::Find(tx, package.organization_id, package.id).value()};
  sheet.cases = CasesOf(tx, sheet.package);
  if (package.state == State::kDraft) sheet.waiting = CountWaiting(tx, services, package);
  sheet.actions = rules::ActionsFor(sheet.package);
  return sheet;
}

std::vector<PackedCase> CasesOf(db::Tx& tx, const Package& package) {
  auto rows = storage::ListCases(tx, package.id);
  std::vector<ApplicationId> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  std::vector<PackedCase> cases;
  auto row = rows.begin();
  for (auto& subject : applications::GetPaperCases(tx, ids)) {
    while (row->id != subject.id) ++row;
    PackedCase packed{.subject = std::move(subject),
                      .outcome = std::move(row->outcome),
                      .not_taken = std::move(row->not_taken),
                      .sent_at = row->sent_at};
    if (package.state == State::kDraft || package.state == State::kReady)
      packed.problem = rules::ProblemOf(package.direction, packed.subject.status);
    cases.push_back(std::move(packed));
  }
  return cases;
}

std::vector<ApplicationId> IdsOf(const std::vector<PackedCase>& cases) {
  std::vector<ApplicationId> ids;
  for (const auto& packed : cases) ids.push_back(packed.subject.id);
  std::ranges::sort(ids);
  return ids;
}

std::vector<std::string> PaperServices(const catalog::Catalog& catalog,
                                       const std::string& agency_code,
                                       const std::string& service_code) {
  std::vector<std::string> codes;
  for (const auto& service : catalog.All()) {
    if (rules::IsOnPaper(*service, agency_code, service_code)) codes.push_back(service->code);
  }
  return codes;
}

applications::PaperQuery WaitingFor(const Services& services, const Package& package, int limit) {
  return {
      .organization_id = package.organization_id,
      .branch_id = package.branch_id,
      .service_codes = PaperServices(services.catalog, package.agency_code, package.service_code),
      .statuses = rules::TakenIn(package.direction),
      .limit = limit};
}

std::string HowOf(const Package& package) {
  auto how = "пакет " + package.number;
  if (package.run) how += ", ведомость " + package.run->number;
  return how;
}

void NotReady::Add(const std::string& name, const ApplicationId& id, const Refusal& why) {
  if (fields_.empty()) first_ = name;
  fields_.push_back({"/cases/" + id.ToString(), why.code, why.detail});
}

Refusal NotReady::ToRefusal() const {
  return {RefusalKind::kConflict, "packages.case_not_ready", first_, fields_};
}

}  // namespace okno::packages

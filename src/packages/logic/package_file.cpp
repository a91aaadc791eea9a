// SPDX-License-Identifier: Apache-2.0
#include "logic/package_file.h"

#include <algorithm>
#include <map>

#include "access/live.h"
#include "logic/rules/packing.h"
#include "logic/rules/transitions.h"
#include "storage/package_store.h"
#include "storage/run_store.h"

namespace okno::packages {
namespace {

int CountWaiting(db::Tx& tx, const Services& services, const Package& package) {
  int waiting = 0;
  for (const auto& one : ListWaitingFor(tx, services, package)) waiting += one.cases;
  return waiting;
}

bool IsHere(State state) { return state == State::kDraft || state == State::kReady; }

std::string ProblemOf(const Package& package, const PackedCase& packed) {
  auto problem = rules::ProblemOf(package.direction, packed.subject.status);
  const auto& fingerprint = packed.papers ? packed.papers->fingerprint : std::string();
  if (problem.empty() && packed.IsChanged(fingerprint)) return "packages.set_changed";
  return problem;
}

void ReadPapers(db::Tx& tx, const Services& services, std::vector<PackedCase>& cases) {
  std::map<ApplicationId, PackedCase*> by_id;
  for (auto& packed : cases) by_id.emplace(packed.subject.id, &packed);
  for (auto& state : applications::ListPaperStates(tx, services.applications, IdsOf(cases)))
    by_id.at(state.id)->papers = std::move(state);
}

}  // namespace

bool PackedCase::IsChanged(const std::string& fingerprint) const {
  if (!listed) return false;
  auto now = Now();
  const bool is_known = !listed->fingerprint.empty() && !fingerprint.empty();
  now.fingerprint = is_known ? fingerprint : listed->fingerprint;
  return *listed != now;
}

Refusal Stale() { return {RefusalKind::kStale, "request.stale", {}, {}}; }

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
  package->changed_by_name = principal.display_name;
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

void Save(db::Tx& tx, Package& package, Tell tell) {
  package.version += 1;
  storage::Save(tx, package);
  if (tell == Tell::kEverybody) return Announce(tx, package);
  access::Announce(tx, access::TopicOf(package.organization_id), "package_filled",
                   {{"id", package.id.ToString()}});
}

void End(db::Tx& tx, const access::Principal& principal, State state, Instant now,
         Package& package) {
  package.state = state;
  package.ended_at = now;
  package.ended_by = principal.user_id;
  package.ended_by_name = principal.display_name;
  storage::EndWay(tx, package.id);
}

void LeaveRun(db::Tx& tx, Package& package) {
  if (!package.run) return;
  auto run = storage::FindRun(tx, package.organization_id, package.run->id).value();
  run.version += 1;
  storage::SaveRun(tx, run);
  package.run.reset();
}

void Announce(db::Tx& tx, const Package& package) {
  access::Announce(tx, access::TopicOf(package.organization_id), "packages_changed",
                   {{"id", package.id.ToString()}, {"version", package.version}});
}

PackageSheet SheetOf(db::Tx& tx, const Services& services, Package given) {
  PackageSheet sheet{.package = std::move(given)};
  const auto& package = sheet.package;
  sheet.cases = CasesOf(tx, services, package);
  if (IsHere(package.state)) {
    if (package.direction == Direction::kToAgency) ReadPapers(tx, services, sheet.cases);
    for (auto& packed : sheet.cases) packed.problem = ProblemOf(package, packed);
  }
  if (package.state == State::kDraft) sheet.waiting = CountWaiting(tx, services, package);
  sheet.actions = rules::ActionsFor(package);
  return sheet;
}

PackageSheet SheetAfter(db::Tx& tx, const Services& services, const Package& package) {
  return SheetOf(tx, services, storage::Find(tx, package.organization_id, package.id).value());
}

std::vector<PackedCase> CasesOf(db::Tx& tx, const Services& services, const Package& package) {
  auto rows = storage::ListCases(tx, package.id);
  std::vector<ApplicationId> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  std::vector<PackedCase> cases;
  auto row = rows.begin();
  for (auto& subject : applications::GetPaperCases(tx, services.catalog, ids)) {
    while (row->id != subject.id) ++row;
    PackedCase packed{.subject = std::move(subject),
                      .listed = std::move(row->listed),
                      .outcome = std::move(row->outcome),
                      .not_taken = std::move(row->not_taken),
                      .sent_at = row->sent_at,
                      .received_on = row->received_on};
    cases.push_back(std::move(packed));
  }
  return cases;
}

const PackedCase& CaseIn(const std::vector<PackedCase>& cases, const ApplicationId& id) {
  return *std::ranges::find_if(cases, [&](const auto& packed) { return packed.subject.id == id; });
}

std::vector<ApplicationId> IdsOf(const std::vector<PackedCase>& cases) {
  std::vector<ApplicationId> ids;
  for (const auto& packed : cases) ids.push_back(packed.subject.id);
  std::ranges::sort(ids);
  return ids;
}

std::vector<Waiting> ListWaiting(db::Tx& tx, const Services& services,
                                 const access::OrganizationId& organization_id,
                                 const access::BranchId& branch_id, Direction direction) {
  std::vector<Waiting> waiting;
  for (const auto& [filed, cases, given_back] :
       storage::CountWaiting(tx, organization_id, branch_id, rules::TakenIn(direction))) {
    auto service = services.catalog.Find(filed.code, filed.version);
    if (service && !service->electronic) waiting.push_back({std::move(service), cases, given_back});
  }
  return waiting;
}

std::vector<Waiting> ListWaitingFor(db::Tx& tx, const Services& services, const Package& package) {
  auto waiting =
      ListWaiting(tx, services, package.organization_id, package.branch_id, package.direction);
  std::erase_if(waiting, [&](const Waiting& one) {
    return !rules::IsOnPaper(*one.service, package.agency_code, package.service_code);
  });
  return waiting;
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

Refusal NotReady::ToRefusal(const char* code) const {
  return {RefusalKind::kConflict, code, first_, fields_};
}

}  // namespace okno::packages

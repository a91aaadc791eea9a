// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "applications/by_number.h"
#include "logic/package_file.h"
#include "logic/rules/packing.h"
#include "storage/package_store.h"
#include "text/strings.h"

// What lies in a package while it is a draft.
namespace okno::packages {
namespace {

// A case to be added and where the input names it.
struct Named {
  ApplicationId id;
  std::string pointer;
};

Refusal Unfit(const std::string& code, const std::string& detail, const std::string& pointer,
              const std::string& why) {
  return {RefusalKind::kInvalid, code, detail, {{pointer, why, detail}}};
}

Result<std::vector<Named>> ListNamed(db::Tx& tx, const access::Principal& principal,
                                     const AddInput& input) {
  std::vector<Named> named;
  for (const auto& id : input.application_ids)
    named.push_back({id, fmt::format("/application_ids/{}", named.size())});
  const auto number = text::Trim(input.number);
  if (number.empty()) return named;
  const auto found = applications::SearchIds(tx, principal.organization_id, number, {}, 1);
  if (found.empty())
    return Unfit("packages.case_unknown", number, "/number", "packages.case_unknown");
  named.push_back({found.front(), "/number"});
  return named;
}

// What the text of the code names.
std::string DetailOf(const std::string& code, const catalog::Service* service) {
  if (!service) return {};
  return code == "packages.case_of_other_agency" ? service->agency_name : service->short_name;
}

struct Fitting {
  std::vector<storage::NewCase> cases;
  std::vector<Named> named;  // the same
};

storage::NewCase NewCaseOf(const Package& package, const ApplicationId& id,
                           const catalog::Service& service) {
  if (package.direction == Direction::kToAgency) return {id, std::nullopt};
  return {id, rules::ProposedOutcome(service)};
}

// Those that are not in the package yet, when all of them fit.
Result<Fitting> JudgeNamed(db::Tx& tx, const Services& services, const Package& package,
                           const std::vector<Named>& named) {
  std::vector<ApplicationId> ids;
  for (const auto& one : named) ids.push_back(one.id);
  const auto subjects = applications::GetPaperCases(tx, services.catalog, ids);
  const auto on_their_way = storage::ListOnTheirWay(tx, ids);
  Fitting fitting;
  for (const auto& one : named) {
    const auto way = on_their_way.find(one.id);
    const bool doubled =
        std::ranges::find(fitting.named, one.id, &Named::id) != fitting.named.end();
    if (doubled || (way != on_their_way.end() && way->second == package.number)) continue;
    const auto subject = std::ranges::find(subjects, one.id, &applications::PaperCase::id);
    if (subject == subjects.end())
      return Unfit("packages.case_unknown", "", one.pointer, "packages.case_unknown");
    const auto service = services.catalog.Find(subject->service_code, subject->service_version);
    const auto code = rules::WhyNotTaken(package, *subject, service.get());
    if (code == "packages.case_not_ready")
      return Unfit(code, subject->number, one.pointer,
                   rules::ProblemOf(package.direction, subject->status));
    if (!code.empty()) return Unfit(code, DetailOf(code, service.get()), one.pointer, code);
    if (way != on_their_way.end())
      return Unfit("packages.case_elsewhere", way->second, one.pointer, "packages.case_elsewhere");
    fitting.cases.push_back(NewCaseOf(package, one.id, *service));
    fitting.named.push_back(one);
  }
  return fitting;
}

// A colleague has put one of them into another package this moment.
Refusal Elsewhere(db::Tx& tx, const Package& package, const std::vector<Named>& named) {
  std::vector<ApplicationId> ids;
  for (const auto& one : named) ids.push_back(one.id);
  const auto on_their_way = storage::ListOnTheirWay(tx, ids);
  for (const auto& one : named) {
    const auto way = on_their_way.find(one.id);
    if (way != on_their_way.end() && way->second != package.number)
      return Unfit("packages.case_elsewhere", way->second, one.pointer, "packages.case_elsewhere");
  }
  return Stale();  // and taken it out again
}

}  // namespace

Result<int> PutIn(db::Tx& tx, const Services& services, const access::Principal& principal,
                  const Package& package, const AddInput& input) {
  const auto named = ListNamed(tx, principal, input);
  if (!named) return named.refusal();
  const auto fitting = JudgeNamed(tx, services, package, *named);
  if (!fitting) return fitting.refusal();
  const auto wanted = static_cast<int>(fitting->cases.size());
  if (wanted == 0) return 0;
  if (package.cases + wanted > kMostCases)
    return Refusal::Conflict("packages.full", std::to_string(kMostCases));
  if (storage::AddCases(tx, package, fitting->cases, services.clock.Now()) < wanted)
    return Elsewhere(tx, package, fitting->named);
  return wanted;
}

Result<PackageSheet> AddCases(const Services& services, const access::Principal& principal,
                              const PackageId& id, long long version, const AddInput& input) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<PackageSheet> {
    auto package = LoadFor(tx, principal, id, version, Action::kEdit);
    if (!package) return package.refusal();
    const auto added = PutIn(tx, services, principal, *package, input);
    if (!added) return added.refusal();
    if (*added > 0) Save(tx, *package);
    return SheetAfter(tx, services, *package);
  });
}

Result<PackageSheet> RemoveCase(const Services& services, const access::Principal& principal,
                                const PackageId& id, long long version,
                                const ApplicationId& application_id) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<PackageSheet> {
    auto package = LoadFor(tx, principal, id, version, Action::kEdit);
    if (!package) return package.refusal();
    if (!storage::RemoveCase(tx, id, application_id))
      return Refusal::NotFound("packages.case_unknown");
    Save(tx, *package);
    return SheetAfter(tx, services, *package);
  });
}

Result<PackageSheet> PutOutcome(const Services& services, const access::Principal& principal,
                                const PackageId& id, long long version,
                                const ApplicationId& application_id, const CaseOutcome& outcome) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<PackageSheet> {
    auto package = LoadFor(tx, principal, id, version, Action::kEdit);
    if (!package) return package.refusal();
    if (package->direction == Direction::kToAgency)
      return Refusal::Conflict("packages.not_from_agency");
    const bool unconsidered = outcome.kind == OutcomeKind::kUnconsidered;
    const bool saved = storage::SaveOutcome(
        tx, id, application_id,
        unconsidered ? CaseOutcome{.kind = outcome.kind, .text = outcome.text} : outcome);
    if (!saved) return Refusal::NotFound("packages.case_unknown");
    Save(tx, *package, Tell::kWhoHasItOpen);
    return SheetAfter(tx, services, *package);
  });
}

}  // namespace okno::packages

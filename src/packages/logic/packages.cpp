// SPDX-License-Identifier: Apache-2.0
#include "packages/packages.h"

#include <algorithm>
#include <map>

#include "access/idempotency.h"
#include "logic/package_file.h"
#include "logic/rules/packing.h"
#include "logic/rules/transitions.h"
#include "storage/package_store.h"
#include "text/strings.h"

namespace okno::packages {
namespace {

// A branch where more wait for one agency than this sees the others when these are in packages.
constexpr int kMostLookedThrough = 2000;

// Numbers have capital letters; "п" is what a hand types.
std::optional<std::string> TypedNumber(const std::string& typed) {
  auto number = text::Trim(typed);
  if (number.empty()) return std::nullopt;
  for (const auto& [small, capital] : {std::pair("п", "П"), std::pair("к", "К")}) {
    if (const auto at = number.find(small); at != std::string::npos)
      number.replace(at, std::string_view(small).size(), capital);
  }
  return number;
}

// Cases that could be put into the package and are in none, due first.
std::vector<applications::PaperCase> ListFree(db::Tx& tx, const Services& services,
                                              const Package& package) {
  applications::PaperQuery query{
      .organization_id = package.organization_id,
      .branch_id = package.branch_id,
      .statuses = rules::TakenIn(package.direction),
      .without = storage::ListInOpenPackages(tx, package.organization_id, package.branch_id),
      .limit = kMostLookedThrough};
  for (const auto& waiting : ListWaitingFor(tx, services, package))
    query.services.push_back({waiting.service->code, waiting.service->version});
  return applications::ListPaperCases(tx, services.catalog, query);
}

// What may be named: services offered now, and those that a case which waits was filed for.
std::vector<std::shared_ptr<const catalog::Service>> ListKnown(db::Tx& tx, const Services& services,
                                                               const Package& package) {
  auto known = services.catalog.All();
  for (auto& waiting :
       ListWaiting(tx, services, package.organization_id, package.branch_id, package.direction)) {
    known.push_back(std::move(waiting.service));
  }
  std::erase_if(known, [&](const auto& service) {
    return !rules::IsOnPaper(*service, package.agency_code, "");
  });
  return known;
}

Result<Package> Begin(db::Tx& tx, const Services& services, const access::Principal& principal,
                      const PackageDraft& draft, Instant now) {
  const auto branch = OwnBranch(tx, principal);
  if (!branch) return branch.refusal();
  Package package{.id = PackageId::New(),
                  .organization_id = principal.organization_id,
                  .branch_id = branch->id,
                  .direction = draft.direction,
                  .agency_code = draft.agency_code,
                  .service_code = draft.service_code,
                  .created_by = principal.user_id,
                  .created_by_name = principal.display_name,
                  .created_at = now};
  const auto known = ListKnown(tx, services, package);
  if (auto errors = rules::JudgeDraft(draft, known); !errors.empty())
    return Refusal::Invalid("input.invalid", std::move(errors));
  package.agency_name = known.front()->agency_name;
  // First of all: colleagues who begin a package at the same moment wait here, and then see what
  // this one has taken.
  package.number = TakeNumber(tx, *branch, "П", now);
  storage::Insert(tx, package);
  return package;
}

// Takes the case that is named and what else waits, but not what an agency gave back last time:
// that goes when who packs has dealt with it and adds it. Refused when there is nothing at all.
Outcome TakeWaiting(db::Tx& tx, const Services& services, const access::Principal& principal,
                    const Package& package, const std::optional<ApplicationId>& named) {
  std::size_t room = kMostCases;
  if (named) {
    const auto put = PutIn(tx, services, principal, package, {.application_ids = {*named}});
    if (!put) return put.refusal();
    room -= 1;
  }
  std::vector<ApplicationId> ids;
  for (const auto& subject : ListFree(tx, services, package)) ids.push_back(subject.id);
  if (ids.empty() && !named) return Refusal::Conflict("packages.nothing_waits");
  const auto given_back = storage::ListGivenBack(tx, ids);
  std::vector<storage::NewCase> cases;
  for (const auto& id : ids) {
    const bool waits = std::ranges::find(given_back, id) == given_back.end();
    if (waits && cases.size() < room) cases.push_back({id, {}});
  }
  storage::AddCases(tx, package, cases, services.clock.Now());
  return Done();
}

bool Matches(const applications::PaperCase& subject, const std::string& folded) {
  return text::FoldForSearch(subject.applicant_name).find(folded) != std::string::npos ||
         subject.number.find(folded) != std::string::npos;
}

// Of several versions of a service the newest comes last, and names it.
void AddTo(WaitingAgency& agency, const catalog::Service& service, int cases) {
  auto& services = agency.services;
  auto line = std::ranges::find(services, service.code, &WaitingService::code);
  if (line == services.end()) line = services.insert(line, {.code = service.code});
  line->name = service.short_name;
  line->cases += cases;
  agency.cases += cases;
}

}  // namespace

PackagePage ListPackages(const Services& services, const access::Principal& principal,
                         const PackageQuery& query) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    PackagePage page;
    page.packages = storage::List(tx, {.organization_id = principal.organization_id,
                                       .branch_id = rules::Territory(principal),
                                       .direction = query.direction,
                                       .open = query.open,
                                       .application_id = query.application_id,
                                       .typed = TypedNumber(query.typed),
                                       .before = query.before,
                                       .limit = query.limit + 1});
    if (static_cast<int>(page.packages.size()) > query.limit) {
      page.packages.pop_back();
      page.next_cursor = page.packages.back().id.ToString();
    }
    return page;
  });
}

Result<PackageSheet> GetPackage(const Services& services, const access::Principal& principal,
                                const PackageId& id) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<PackageSheet> {
    const auto package = Load(tx, principal, id);
    if (!package) return package.refusal();
    return SheetOf(tx, services, *package);
  });
}

std::vector<Holder> ListHolders(const Services& services, const access::Principal& principal,
                                const std::vector<ApplicationId>& cases) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    return storage::ListHolders(tx, principal.organization_id, rules::Territory(principal), cases);
  });
}

std::vector<WaitingAgency> ListAgencies(const Services& services,
                                        const access::Principal& principal, Direction direction) {
  if (!principal.branch_id) return {};
  const auto waiting = services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    return ListWaiting(tx, services, principal.organization_id, *principal.branch_id, direction);
  });
  std::map<std::string, WaitingAgency> by_code;
  // What an agency gave back goes again when somebody says so.
  const bool to_agency = direction == Direction::kToAgency;
  for (const auto& [service, cases, given_back] : waiting) {
    auto& agency = by_code[service->agency_code];
    agency.code = service->agency_code;
    agency.name = service->agency_name;
    AddTo(agency, *service, to_agency ? cases - given_back : cases);
  }
  std::vector<WaitingAgency> agencies;
  for (auto& [code, agency] : by_code) {
    std::ranges::sort(agency.services, {}, &WaitingService::name);
    agencies.push_back(std::move(agency));
  }
  std::ranges::stable_sort(agencies, std::greater(), &WaitingAgency::cases);
  return agencies;
}

Result<PackageSheet> CreatePackage(const Services& services, const access::Principal& principal,
                                   const PackageDraft& draft, const std::string& idempotency_key) {
  const auto now = services.clock.Now();
  const auto key = access::MakeCreateKey(
      principal, idempotency_key, "packages.create",
      std::string(Word(draft.direction)) + "\n" + draft.agency_code + "\n" + draft.service_code +
          (draft.application_id ? "\n" + draft.application_id->ToString() : ""));
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<PackageSheet> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    if (*replay) {
      const auto made = Load(tx, principal, *PackageId::Parse((**replay)["id"].get<std::string>()));
      if (!made) return made.refusal();
      return SheetOf(tx, services, *made);
    }
    const auto package = Begin(tx, services, principal, draft, now);
    if (!package) return package.refusal();
    if (draft.direction == Direction::kToAgency) {
      auto taken = TakeWaiting(tx, services, principal, *package, draft.application_id);
      if (!taken) return taken.refusal();
    }
    access::Remember(tx, key, {{"id", package->id.ToString()}}, now);
    Announce(tx, *package);
    return SheetAfter(tx, services, *package);
  });
}

Result<Candidates> ListCandidates(const Services& services, const access::Principal& principal,
                                  const PackageId& id, const std::string& typed) {
  const auto folded = text::FoldForSearch(text::Trim(typed));
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Candidates> {
    const auto package = Load(tx, principal, id);
    if (!package) return package.refusal();
    Candidates found;
    if (package->state != State::kDraft) return found;
    for (auto& subject : ListFree(tx, services, *package)) {
      if (!Matches(subject, folded)) continue;
      found.total += 1;
      if (found.total <= kMostCases) found.cases.push_back({.subject = std::move(subject)});
    }
    return found;
  });
}

}  // namespace okno::packages

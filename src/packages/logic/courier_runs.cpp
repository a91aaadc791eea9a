// SPDX-License-Identifier: Apache-2.0
#include "packages/courier_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "access/idempotency.h"
#include "logic/package_file.h"
#include "logic/rules/transitions.h"
#include "logic/run_file.h"
#include "storage/package_store.h"
#include "storage/run_store.h"

namespace okno::packages {
namespace {

// The packages are locked.
void PutInto(db::Tx& tx, const CourierRun& run, std::vector<Package> packages) {
  for (auto& package : packages) {
    package.run = RunReference{run.id, run.number};
    Save(tx, package);
  }
}

// As many of them as one courier takes; they are listed newest first.
std::vector<Package> OldestThatGo(std::vector<Package> ready) {
  std::vector<Package> going;
  int cases = 0;
  for (auto package = ready.rbegin(); package != ready.rend(); ++package) {
    if (cases + package->cases > kMostTravellers) break;
    cases += package->cases;
    going.push_back(std::move(*package));
  }
  return going;
}

Result<CourierRun> Begin(db::Tx& tx, const access::Principal& principal,
                         const std::optional<std::string>& courier, Instant now) {
  const auto branch = OwnBranch(tx, principal);
  if (!branch) return branch.refusal();
  CourierRun run{.id = RunId::New(),
                 .organization_id = principal.organization_id,
                 .branch_id = branch->id,
                 .number = TakeNumber(tx, *branch, "К", now),
                 .courier = courier ? *courier : storage::FindLastCourier(tx, *branch),
                 .created_by = principal.user_id,
                 .created_by_name = principal.display_name,
                 .created_at = now};
  const auto ready = storage::LockReady(tx, run.organization_id, run.branch_id, kMostPackages);
  if (ready.empty()) return Refusal::Conflict("packages.nothing_ready");
  storage::InsertRun(tx, run);
  PutInto(tx, run,
          OldestThatGo(storage::List(tx, {.organization_id = run.organization_id, .ids = ready})));
  return run;
}

// What is wanted in the run and is not there yet. `known`: locked.
Result<std::vector<Package>> Newcomers(const CourierRun& run, const std::vector<Package>& known,
                                       const std::vector<PackageId>& wanted) {
  std::vector<Package> newcomers;
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto package = std::ranges::find(known, wanted[i], &Package::id);
    if (package == known.end() || package->branch_id != run.branch_id) {
      errors.push_back({fmt::format("/package_ids/{}", i), "packages.not_found", {}});
      continue;
    }
    if (package->run && package->run->id == run.id) continue;
    if (package->state != State::kReady || package->run)
      return Refusal::Conflict("packages.not_ready", package->number);
    if (std::ranges::find(newcomers, package->id, &Package::id) == newcomers.end())
      newcomers.push_back(*package);
  }
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return newcomers;
}

int CasesIn(const std::vector<Package>& known, const std::vector<PackageId>& wanted) {
  int cases = 0;
  for (const auto& package : known) {
    if (std::ranges::find(wanted, package.id) != wanted.end()) cases += package.cases;
  }
  return cases;
}

// Locks what is in the run and what shall be, and reads it.
std::vector<Package> LockConcerned(db::Tx& tx, const CourierRun& run,
                                   const std::vector<PackageId>& wanted) {
  auto ids = wanted;
  for (const auto& package : PackagesOf(tx, run)) ids.push_back(package.id);
  storage::Lock(tx, ids);
  return storage::List(tx, {.organization_id = run.organization_id, .ids = ids});
}

struct Traveller {
  const Package* package;
  PackedCase packed;
};

// Of all packages, by id: so they are locked.
std::vector<Traveller> TravellersOf(db::Tx& tx, const Services& services,
                                    const std::vector<Package>& packages) {
  std::vector<Traveller> travellers;
  for (const auto& package : packages) {
    for (auto& packed : CasesOf(tx, services, package))
      travellers.push_back({&package, std::move(packed)});
  }
  std::ranges::sort(travellers, {}, [](const auto& one) { return one.packed.subject.id; });
  return travellers;
}

using Fingerprints = std::map<ApplicationId, std::string>;

// What goes is what the inventories say. The cases are locked.
Outcome JudgeListed(db::Tx& tx, const Services& services, const std::vector<Package>& packages,
                    const Fingerprints& fingerprints) {
  NotReady changed;
  for (const auto& [package, packed] : TravellersOf(tx, services, packages)) {
    if (!packed.IsChanged(fingerprints.at(packed.subject.id))) continue;
    changed.Add(package->number + ", " + packed.subject.number, packed.subject.id,
                Refusal::Conflict("packages.set_changed"));
  }
  if (!changed.empty()) return changed.ToRefusal("packages.case_changed");
  return Done();
}

Outcome SendCases(db::Tx& tx, const Services& services, const access::Principal& principal,
                  const std::vector<Package>& packages) {
  const auto now = services.clock.Now();
  NotReady not_ready;
  Fingerprints fingerprints;
  for (const auto& [package, packed] : TravellersOf(tx, services, packages)) {
    const auto& id = packed.subject.id;
    auto sent = applications::SendByCourier(tx, services.applications, id,
                                            access::Actor::Of(principal), HowOf(*package), now);
    if (!sent) {
      not_ready.Add(package->number + ", " + packed.subject.number, id, sent.refusal());
    } else {
      fingerprints.emplace(id, *std::move(sent));
    }
  }
  if (!not_ready.empty()) return not_ready.ToRefusal();
  return JudgeListed(tx, services, packages, fingerprints);
}

}  // namespace

RunPage ListRuns(const Services& services, const access::Principal& principal,
                 const RunQuery& query) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    RunPage page;
    page.runs = storage::ListRuns(tx, {.organization_id = principal.organization_id,
                                       .branch_id = rules::Territory(principal),
                                       .open = query.open,
                                       .before = query.before,
                                       .limit = query.limit + 1});
    if (static_cast<int>(page.runs.size()) > query.limit) {
      page.runs.pop_back();
      page.next_cursor = page.runs.back().id.ToString();
    }
    return page;
  });
}

Result<RunSheet> GetRun(const Services& services, const access::Principal& principal,
                        const RunId& id) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<RunSheet> {
    const auto run = LoadRun(tx, principal, id);
    if (!run) return run.refusal();
    return SheetOf(tx, *run);
  });
}

Result<RunSheet> CreateRun(const Services& services, const access::Principal& principal,
                           const std::optional<std::string>& courier,
                           const std::string& idempotency_key) {
  const auto now = services.clock.Now();
  const auto key = access::MakeCreateKey(principal, idempotency_key, "packages.create_run",
                                         courier ? "by " + *courier : std::string());
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<RunSheet> {
    const auto replay = access::Replay(tx, key);
    if (!replay) return replay.refusal();
    if (*replay) {
      const auto made = LoadRun(tx, principal, *RunId::Parse((**replay)["id"].get<std::string>()));
      if (!made) return made.refusal();
      return SheetOf(tx, *made);
    }
    const auto run = Begin(tx, principal, courier, now);
    if (!run) return run.refusal();
    access::Remember(tx, key, {{"id", run->id.ToString()}}, now);
    return SheetOf(tx, *run);
  });
}

Result<RunSheet> PutRun(const Services& services, const access::Principal& principal,
                        const RunId& id, long long version, const RunInput& input) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<RunSheet> {
    auto run = LoadRunFor(tx, principal, id, version, RunAction::kEdit);
    if (!run) return run.refusal();
    auto known = LockConcerned(tx, *run, input.package_ids);
    auto newcomers = Newcomers(*run, known, input.package_ids);
    if (!newcomers) return newcomers.refusal();
    if (CasesIn(known, input.package_ids) > kMostTravellers)
      return Refusal::Conflict("packages.run_full", std::to_string(kMostTravellers));
    for (auto& package : known) {
      const bool wanted =
          std::ranges::find(input.package_ids, package.id) != input.package_ids.end();
      if (wanted || !package.run || package.run->id != id) continue;
      package.run.reset();
      Save(tx, package);
    }
    PutInto(tx, *run, std::move(*newcomers));
    run->courier = input.courier;
    SaveRun(tx, *run);
    return SheetOf(tx, *run);
  });
}

Result<RunSheet> Dispatch(const Services& services, const access::Principal& principal,
                          const RunId& id, long long version) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<RunSheet> {
    auto run = LoadRunFor(tx, principal, id, version, RunAction::kDispatch);
    if (!run) return run.refusal();
    if (run->courier.empty())
      return Refusal::Invalid("input.invalid", {{"/courier", "field.required", {}}});
    auto packages = LockConcerned(tx, *run, {});
    if (auto sent = SendCases(tx, services, principal, packages); !sent) return sent.refusal();
    for (auto& package : packages) {
      package.state = State::kSent;
      package.sent_at = now;
      Save(tx, package);
    }
    run->state = RunState::kSent;
    run->sent_at = now;
    run->sent_by = principal.user_id;
    run->sent_by_name = principal.display_name;
    SaveRun(tx, *run);
    return SheetOf(tx, *run);
  });
}

Result<RunSheet> CancelRun(const Services& services, const access::Principal& principal,
                           const RunId& id, long long version) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<RunSheet> {
    auto run = LoadRunFor(tx, principal, id, version, RunAction::kCancel);
    if (!run) return run.refusal();
    for (auto& package : LockConcerned(tx, *run, {})) {
      package.run.reset();
      Save(tx, package);
    }
    run->state = RunState::kCancelled;
    SaveRun(tx, *run);
    return SheetOf(tx, *run);
  });
}

}  // namespace okno::packages

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "logic/package_file.h"
#include "logic/rules/packing.h"
#include "storage/package_store.h"

// What becomes of a package.
namespace okno::packages {
namespace {

// The cases as the inventory will say them; locked.
Result<std::vector<PackedCase>> JudgeCases(db::Tx& tx, const Services& services,
                                           const Package& package, Instant now) {
  const auto seen = CasesOf(tx, services, package);
  NotReady not_ready;
  std::map<ApplicationId, std::string> fingerprints;
  for (const auto& id : IdsOf(seen)) {
    const auto judged = applications::JudgeForCourier(tx, services.applications, id, now);
    if (!judged) {
      not_ready.Add(CaseIn(seen, id).subject.number, id, judged.refusal());
    } else {
      fingerprints.emplace(id, *judged);
    }
  }
  if (!not_ready.empty()) return not_ready.ToRefusal();
  // Read again: only now they are locked.
  auto cases = CasesOf(tx, services, package);
  for (auto& packed : cases) {
    packed.listed = packed.Now();
    packed.listed->fingerprint = fingerprints.at(packed.subject.id);
  }
  return cases;
}

// Every field that is wrong in the outcomes.
std::vector<FieldError> JudgeOutcomes(const Package& package, const std::vector<PackedCase>& cases,
                                      Date today) {
  std::vector<FieldError> errors;
  for (const auto& packed : cases) {
    rules::AtAgency since{.received_on = packed.received_on};
    if (packed.sent_at) since.sent_on = LocalDate(*packed.sent_at, package.branch_zone);
    const auto place = "/cases/" + packed.subject.id.ToString();
    for (auto& error : rules::JudgeOutcome(packed.outcome.value(), place, since, today))
      errors.push_back(std::move(error));
  }
  return errors;
}

applications::PaperResult ResultOf(const CaseOutcome& outcome) {
  return {.positive = outcome.kind == OutcomeKind::kGranted,
          .registration_number = outcome.registration_number,
          .decided_on = outcome.decided_on.value(),
          .text = outcome.text,
          .papers = outcome.papers};
}

Outcome Take(db::Tx& tx, const Services& services, const access::Principal& principal,
             const Package& package, const ApplicationId& id, const CaseOutcome& outcome) {
  const auto by = access::Actor::Of(principal);
  const auto now = services.clock.Now();
  if (outcome.kind == OutcomeKind::kUnconsidered) {
    return applications::TakeUnconsidered(tx, services.applications, id, by, outcome.text,
                                          HowOf(package), now);
  }
  return applications::TakePaperResult(tx, services.applications, id, by, ResultOf(outcome),
                                       HowOf(package), now);
}

Outcome TakeResults(db::Tx& tx, const Services& services, const access::Principal& principal,
                    const Package& package, const std::vector<PackedCase>& cases) {
  NotReady not_ready;
  for (const auto& id : IdsOf(cases)) {
    const auto& packed = CaseIn(cases, id);
    const auto taken = Take(tx, services, principal, package, id, packed.outcome.value());
    if (!taken) not_ready.Add(packed.subject.number, id, taken.refusal());
  }
  if (!not_ready.empty()) return not_ready.ToRefusal();
  return Done();
}

}  // namespace

Result<PackageSheet> MakeReady(const Services& services, const access::Principal& principal,
                               const PackageId& id, long long version) {
  const auto now = services.clock.Now();
  return Step(services, principal, id, version, Action::kMakeReady,
              [&](db::Tx& tx, Package& package) -> Outcome {
                auto listed = JudgeCases(tx, services, package, now);
                if (!listed) return listed.refusal();
                storage::SaveListed(tx, package.id, *listed);
                package.state = State::kReady;
                package.ready_at = now;
                return Done();
              });
}

Result<PackageSheet> Reopen(const Services& services, const access::Principal& principal,
                            const PackageId& id, long long version) {
  return Step(services, principal, id, version, Action::kReopen,
              [&](db::Tx& tx, Package& package) -> Outcome {
                LeaveRun(tx, package);
                storage::ForgetListed(tx, package.id);
                package.state = State::kDraft;
                package.ready_at.reset();
                return Done();
              });
}

Result<PackageSheet> Dissolve(const Services& services, const access::Principal& principal,
                              const PackageId& id, long long version) {
  const auto now = services.clock.Now();
  return Step(services, principal, id, version, Action::kDissolve,
              [&](db::Tx& tx, Package& package) -> Outcome {
                LeaveRun(tx, package);
                End(tx, principal, State::kDissolved, now, package);
                return Done();
              });
}

Result<PackageSheet> Complete(const Services& services, const access::Principal& principal,
                              const PackageId& id, long long version) {
  const auto now = services.clock.Now();
  return Step(services, principal, id, version, Action::kComplete,
              [&](db::Tx& tx, Package& package) -> Outcome {
                const auto cases = CasesOf(tx, services, package);
                auto errors = JudgeOutcomes(package, cases, LocalDate(now, package.branch_zone));
                if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
                if (auto taken = TakeResults(tx, services, principal, package, cases); !taken)
                  return taken;
                storage::SaveListed(tx, package.id, cases);
                End(tx, principal, State::kDone, now, package);
                return Done();
              });
}

}  // namespace okno::packages

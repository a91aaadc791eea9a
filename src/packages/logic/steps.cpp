// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "logic/package_file.h"
#include "logic/rules/packing.h"
#include "storage/package_store.h"
#include "storage/run_store.h"

// What becomes of a package.
namespace okno::packages {
namespace {

// A step: loads the package for `action`, lets `change` do the rest, saves and shows it.
template <typename Change>
Result<PackageSheet> Step(const Services& services, const access::Principal& principal,
                          const PackageId& id, long long version, Action action, Change change) {
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<PackageSheet> {
    auto package = LoadFor(tx, principal, id, version, action);
    if (!package) return package.refusal();
    if (const Outcome changed = change(tx, *package); !changed) return changed.refusal();
    Save(tx, *package);
    return SheetOf(tx, services, *package);
  });
}

const PackedCase& CaseIn(const std::vector<PackedCase>& cases, const ApplicationId& id) {
  return *std::ranges::find_if(cases, [&](const auto& packed) { return packed.subject.id == id; });
}

void End(db::Tx& tx, const access::Principal& principal, State state, Instant now,
         Package& package) {
  package.state = state;
  package.ended_at = now;
  package.ended_by_name = principal.display_name;
  storage::EndWay(tx, package.id);
}

// Tells every case what the agency did with it.
void TellDelivery(db::Tx& tx, const Services& services, const access::Principal& principal,
                  const Package& package, const std::vector<ApplicationId>& ids,
                  const DeliveryInput& input) {
  const auto now = services.clock.Now();
  const auto by = access::Actor::Of(principal);
  auto how = HowOf(package);
  if (!input.incoming_number.empty()) how += ", вх. № " + input.incoming_number;
  for (const auto& id : ids) {
    const auto left = std::ranges::find(input.not_taken, id, &NotTaken::application_id);
    if (left == input.not_taken.end()) {
      applications::NoteTakenOnPaper(tx, services.applications, id, by, input.received_on, how,
                                     now);
      continue;
    }
    storage::SaveNotTaken(tx, package.id, id, left->reason);
    applications::NoteNotTaken(tx, id, by, left->reason, how, now);
  }
}

// The run is over when nothing of it is with the courier any more. It is locked already.
void CloseRunWithout(db::Tx& tx, const Package& delivered) {
  if (!delivered.run) return;
  const auto packages = storage::List(
      tx, {.organization_id = delivered.organization_id, .run_id = delivered.run->id});
  const bool others = std::ranges::any_of(packages, [&](const Package& package) {
    return package.id != delivered.id && package.state == State::kSent;
  });
  if (others) return;
  auto run = storage::FindRun(tx, delivered.organization_id, delivered.run->id).value();
  run.state = RunState::kClosed;
  run.version += 1;
  storage::SaveRun(tx, run);
}

// Every field that is wrong in the outcomes.
std::vector<FieldError> JudgeOutcomes(const Package& package, const std::vector<PackedCase>& cases,
                                      Date today) {
  std::vector<FieldError> errors;
  for (const auto& packed : cases) {
    const auto sent_on = packed.sent_at
                             ? std::optional(LocalDate(*packed.sent_at, package.branch_zone))
                             : std::nullopt;
    const auto place = "/cases/" + packed.subject.id.ToString();
    for (auto& error : rules::JudgeOutcome(packed.outcome.value(), place, sent_on, today))
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
                const auto cases = CasesOf(tx, services, package);
                NotReady not_ready;
                for (const auto& case_id : IdsOf(cases)) {
                  const auto judged =
                      applications::JudgeForCourier(tx, services.applications, case_id, now);
                  if (!judged)
                    not_ready.Add(CaseIn(cases, case_id).subject.number, case_id, judged.refusal());
                }
                if (!not_ready.empty()) return not_ready.ToRefusal();
                // Read again: only now they are locked.
                storage::SaveListed(tx, package.id, CasesOf(tx, services, package));
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

Result<PackageSheet> Deliver(const Services& services, const access::Principal& principal,
                             const PackageId& id, long long version, const DeliveryInput& input) {
  const auto now = services.clock.Now();
  return Step(services, principal, id, version, Action::kDeliver,
              [&](db::Tx& tx, Package& package) -> Outcome {
                const auto ids = IdsOf(CasesOf(tx, services, package));
                const auto sent_on = LocalDate(package.sent_at.value(), package.branch_zone);
                auto errors =
                    rules::JudgeDelivery(input, ids, sent_on, LocalDate(now, package.branch_zone));
                if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
                TellDelivery(tx, services, principal, package, ids, input);
                package.received_on = input.received_on;
                package.incoming_number = input.incoming_number;
                End(tx, principal, State::kDelivered, now, package);
                CloseRunWithout(tx, package);
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

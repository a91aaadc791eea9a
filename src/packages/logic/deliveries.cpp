// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "logic/package_file.h"
#include "logic/rules/packing.h"
#include "storage/package_store.h"
#include "storage/run_store.h"

// How a package's way to its agency ends, and what was written down of it wrongly.
namespace okno::packages {
namespace {

using applications::ComesBack;

// For the history of a case, with the agency's number.
std::string HowOf(const Package& package, const DeliveryInput& input) {
  auto how = packages::HowOf(package);
  if (!input.incoming_number.empty()) how += ", вх. № " + input.incoming_number;
  return how;
}

// Why the case was not taken; "" when it was.
std::string ReasonIn(const DeliveryInput& input, const ApplicationId& id) {
  const auto left = std::ranges::find(input.not_taken, id, &NotTaken::application_id);
  return left == input.not_taken.end() ? std::string() : left->reason;
}

Outcome JudgeDelivery(const Package& package, const std::vector<PackedCase>& cases,
                      const DeliveryInput& input, Instant now) {
  const auto sent_on = LocalDate(package.sent_at.value(), package.branch_zone);
  auto errors =
      rules::JudgeDelivery(input, IdsOf(cases), sent_on, LocalDate(now, package.branch_zone));
  if (!errors.empty()) return Refusal::Invalid("input.invalid", std::move(errors));
  return Done();
}

// Tells every case what the agency did with it.
void TellDelivery(db::Tx& tx, const Services& services, const access::Actor& by,
                  const Package& package, const std::vector<PackedCase>& cases,
                  const DeliveryInput& input) {
  const auto now = services.clock.Now();
  const auto how = HowOf(package, input);
  for (const auto& id : IdsOf(cases)) {
    const auto reason = ReasonIn(input, id);
    if (reason.empty()) {
      applications::NoteTakenOnPaper(tx, services.applications, id, by, input.received_on, how,
                                     now);
      continue;
    }
    storage::SaveNotTaken(tx, package.id, id, reason);
    applications::NoteBack(tx, id, ComesBack::kNotTaken, by, reason, how, now);
  }
}

// How a mark on a case differs from what it was. On the agency's number nothing depends.
enum class Change { kNone, kNumber, kMark };
Change ChangeOf(const Package& package, const PackedCase& packed, const DeliveryInput& input) {
  const auto reason = ReasonIn(input, packed.subject.id);
  const bool is_taken = reason.empty();
  if (reason != packed.not_taken || (is_taken && input.received_on != package.received_on))
    return Change::kMark;
  return is_taken && input.incoming_number != package.incoming_number ? Change::kNumber
                                                                      : Change::kNone;
}

applications::PaperMark MarkOf(const PackedCase& packed, const DeliveryInput& input) {
  applications::PaperMark mark{.reason = ReasonIn(input, packed.subject.id)};
  if (mark.reason.empty()) mark.taken_on = input.received_on;
  if (packed.listed) mark.fingerprint = packed.listed->fingerprint;
  return mark;
}

Outcome CorrectMarks(db::Tx& tx, const Services& services, const access::Actor& by,
                     const Package& package, const std::vector<PackedCase>& cases,
                     const DeliveryInput& input) {
  NotReady settled;
  const auto now = services.clock.Now();
  const auto how = HowOf(package, input);
  const auto used_since = storage::ListUsedSince(tx, package.id);
  for (const auto& id : IdsOf(cases)) {
    const auto& packed = CaseIn(cases, id);
    const auto change = ChangeOf(package, packed, input);
    if (change == Change::kNone) continue;
    Outcome corrected = Refusal::Conflict("applications.mark_settled");
    if (std::ranges::find(used_since, id) == used_since.end()) {
      corrected = applications::CorrectMark(tx, services.applications, id, MarkOf(packed, input),
                                            by, how, now);
    }
    if (!corrected && change == Change::kMark)
      settled.Add(packed.subject.number, id, corrected.refusal());
    if (!corrected && change == Change::kNumber) applications::NoteCorrection(tx, id, by, how, now);
    storage::SaveNotTaken(tx, package.id, id, ReasonIn(input, id));
  }
  if (!settled.empty()) return settled.ToRefusal("packages.mark_settled");
  return Done();
}

// The run is over when nothing of it is with the courier any more. It is locked already.
void CloseRunWithout(db::Tx& tx, const Package& ended) {
  if (!ended.run) return;
  const auto packages =
      storage::List(tx, {.organization_id = ended.organization_id, .run_id = ended.run->id});
  const bool others = std::ranges::any_of(packages, [&](const Package& package) {
    return package.id != ended.id && package.state == State::kSent;
  });
  if (others) return;
  auto run = storage::FindRun(tx, ended.organization_id, ended.run->id).value();
  run.state = RunState::kClosed;
  run.version += 1;
  storage::SaveRun(tx, run);
}

}  // namespace

Result<PackageSheet> Deliver(const Services& services, const access::Principal& principal,
                             const PackageId& id, long long version, const DeliveryInput& input) {
  const auto now = services.clock.Now();
  return Step(services, principal, id, version, Action::kDeliver,
              [&](db::Tx& tx, Package& package) -> Outcome {
                const auto cases = CasesOf(tx, services, package);
                if (auto judged = JudgeDelivery(package, cases, input, now); !judged) return judged;
                TellDelivery(tx, services, access::Actor::Of(principal), package, cases, input);
                package.received_on = input.received_on;
                package.incoming_number = input.incoming_number;
                End(tx, principal, State::kDelivered, now, package);
                CloseRunWithout(tx, package);
                return Done();
              });
}

Result<PackageSheet> CorrectDelivery(const Services& services, const access::Principal& principal,
                                     const PackageId& id, long long version,
                                     const DeliveryInput& input) {
  const auto now = services.clock.Now();
  return Step(services, principal, id, version, Action::kCorrect,
              [&](db::Tx& tx, Package& package) -> Outcome {
                const auto cases = CasesOf(tx, services, package);
                if (auto judged = JudgeDelivery(package, cases, input, now); !judged) return judged;
                auto corrected =
                    CorrectMarks(tx, services, access::Actor::Of(principal), package, cases, input);
                if (!corrected) return corrected;
                package.state = State::kDelivered;  // it may have been brought back, or lost
                package.end_reason.clear();
                package.received_on = input.received_on;
                package.incoming_number = input.incoming_number;
                package.corrected_at = now;
                package.corrected_by_name = principal.display_name;
                return Done();
              });
}

Result<PackageSheet> Return(const Services& services, const access::Principal& principal,
                            const PackageId& id, long long version, const ReturnInput& input) {
  const auto now = services.clock.Now();
  const auto by = access::Actor::Of(principal);
  if (input.reason.empty())
    return Refusal::Invalid("input.invalid", {{"/reason", "field.required", {}}});
  return Step(services, principal, id, version, Action::kReturn,
              [&](db::Tx& tx, Package& package) -> Outcome {
                const auto why = input.lost ? ComesBack::kLost : ComesBack::kReturned;
                for (const auto& case_id : IdsOf(CasesOf(tx, services, package))) {
                  applications::NoteBack(tx, case_id, why, by, input.reason,
                                         packages::HowOf(package), now);
                }
                package.end_reason = input.reason;
                End(tx, principal, input.lost ? State::kLost : State::kReturned, now, package);
                CloseRunWithout(tx, package);
                return Done();
              });
}

}  // namespace okno::packages

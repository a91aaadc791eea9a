// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "applications/use_cases.h"
#include "logic/case_file.h"
#include "logic/rules/completeness.h"
#include "logic/rules/refusal_grounds.h"

namespace okno::applications {
namespace {

// What the center has to ask for itself must not be demanded of the applicant (210-ФЗ, article 7),
// so its absence is no ground.
Outcome JudgeGround(const Case& subject, RefusalGround ground, Date today) {
  if (ground != RefusalGround::kIncompleteSet) return Done();
  const auto checklist = rules::CompletenessOf(subject, today).checklist;
  if (std::ranges::any_of(checklist, &rules::ChecklistItem::missing)) return Done();
  return Refusal::Conflict("applications.nothing_missing");
}

}  // namespace

Result<Case> RefuseIntake(const Services& services, const access::Principal& principal,
                          const ApplicationId& id, long long version,
                          const RefuseIntakeInput& input) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kRefuse);
    if (!subject) return subject;
    const auto judged = JudgeGround(*subject, input.ground, TodayAt(*subject, now));
    if (!judged) return judged.refusal();
    subject->history.push_back(
        ChangeStatus(tx, subject->application, Status::kRefusedIntake, access::Actor::Of(principal),
                     {.code = rules::CodeOf(input.ground), .reason = input.reason}, now));
    return subject;
  });
}

}  // namespace okno::applications

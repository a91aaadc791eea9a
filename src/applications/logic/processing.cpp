// SPDX-License-Identifier: Apache-2.0
#include "access/rights.h"
#include "applications/use_cases.h"
#include "logic/case_file.h"
#include "logic/rules/completeness.h"
#include "logic/rules/deadlines.h"
#include "logic/rules/executor.h"
#include "storage/application_store.h"

namespace okno::applications {
namespace {

std::optional<access::Employee> PickProcessor(db::Tx& tx, const Application& application) {
  const auto processors = access::ListEmployees(
      tx, application.organization_id, {.role = "processor", .branch_id = application.branch_id});
  std::vector<access::UserId> ids;
  for (const auto& processor : processors) ids.push_back(processor.user_id);
  return rules::ChooseExecutor(processors, storage::CountOpenCases(tx, ids),
                               application.executor_id);
}

void SetExecutor(Application& application, const std::optional<access::Employee>& executor) {
  application.executor_id = executor ? std::optional(executor->user_id) : std::nullopt;
  application.executor_name = executor ? executor->DisplayName() : std::string();
}

// Whom a case may be given to: processors of its branch, and those of the whole center.
Result<access::Employee> FindColleague(db::Tx& tx, const Application& application,
                                       const access::UserId& user_id) {
  const auto employee = access::FindEmployee(tx, user_id);
  const bool fits = employee && employee->active &&
                    employee->organization_id == application.organization_id &&
                    (employee->branch_id == application.branch_id || !employee->branch_id) &&
                    access::RightsOf(employee->roles, access::OrganizationKind::kCenter)
                        .contains("applications.process");
  if (!fits)
    return Refusal::Invalid("input.invalid", {{"/user_id", "applications.not_a_processor", {}}});
  return *employee;
}

}  // namespace

Result<Case> HandOver(const Services& services, const access::Principal& principal,
                      const ApplicationId& id, long long version) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kHandOver);
    if (!subject) return subject;
    const auto found = rules::CompletenessOf(*subject, TodayAt(*subject, now));
    if (!found.complete()) return found.ToRefusal();
    auto& application = subject->application;
    SetExecutor(application, PickProcessor(tx, application));
    application.rework.reset();
    const bool free = !application.executor_id;
    const Note note{
        .code = free ? "applications.history.handed_over_free" : "applications.history.handed_over",
        .detail = application.executor_name};
    subject->history.push_back(ChangeStatus(tx, application, Status::kProcessing,
                                            access::Actor::Of(principal), note, now));
    return subject;
  });
}

Result<Case> ReturnForRework(const Services& services, const access::Principal& principal,
                             const ApplicationId& id, long long version, const ReworkInput& input) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kRework);
    if (!subject) return subject;
    const Date until =
        rules::ReworkUntil(services.calendar, TodayAt(*subject, now), input.term_days);
    subject->application.rework = Rework{input.reason, until};
    const Note note{.code = "applications.history.returned_for_rework",
                    .detail = FormatDateRu(until),
                    .reason = input.reason};
    subject->history.push_back(ChangeStatus(tx, subject->application, Status::kRework,
                                            access::Actor::Of(principal), note, now));
    return subject;
  });
}

Result<Case> Assign(const Services& services, const access::Principal& principal,
                    const ApplicationId& id, long long version,
                    const std::optional<access::UserId>& user_id) {
  const bool to_colleague = user_id && *user_id != principal.user_id;
  if (to_colleague && !principal.May("applications.assign"))
    return Refusal::Forbidden("access.no_right");
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kAssign);
    if (!subject) return subject;
    auto& application = subject->application;
    if (application.executor_id == user_id.value_or(principal.user_id)) return subject;
    if (application.executor_id && !principal.May("applications.assign")) {
      return Refusal::Conflict("applications.taken", application.executor_name);
    }
    const auto colleague = FindColleague(tx, application, user_id.value_or(principal.user_id));
    if (!colleague) return colleague.refusal();
    SetExecutor(application, *colleague);
    const Note note{
        .code = to_colleague ? "applications.history.assigned" : "applications.history.taken",
        .detail = application.executor_name};
    subject->history.push_back(
        NoteChange(tx, application, "assignment", access::Actor::Of(principal), note, now));
    return subject;
  });
}

}  // namespace okno::applications

// SPDX-License-Identifier: Apache-2.0
#include "applications/calls.h"
#include "applications/use_cases.h"
#include "logic/case_file.h"
#include "storage/application_store.h"

namespace okno::applications {
Result<Case> TurnIntoConsultation(const Services& services, const access::Principal& principal,
                                  const ApplicationId& id, long long version,
                                  const std::string& note) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kConsult);
    if (!subject) return subject;
    subject->application.kind = Kind::kConsultation;
    subject->history.push_back(
        ChangeStatus(tx, subject->application, Status::kClosed, access::Actor::Of(principal),
                     {.code = "applications.history.consulted", .reason = note}, now));
    return subject;
  });
}

Result<Case> Withdraw(const Services& services, const access::Principal& principal,
                      const ApplicationId& id, long long version, const std::string& reason) {
  const auto now = services.clock.Now();
  return services.db.Transact(principal.scope(), [&](db::Tx& tx) -> Result<Case> {
    auto subject = LoadFor(tx, services, principal, id, version, rules::Action::kWithdraw);
    if (!subject) return subject;
    subject->application.rework.reset();
    subject->history.push_back(
        ChangeStatus(tx, subject->application, Status::kWithdrawn, access::Actor::Of(principal),
                     {.code = "applications.history.withdrawn", .reason = reason}, now));
    return subject;
  });
}

std::optional<Application> FindAndLock(db::Tx& tx, const ApplicationId& id) {
  return storage::FindForUpdate(tx, id);
}

std::map<ApplicationId, AgencyOutcome> ListOutcomes(db::Tx& tx,
                                                    const std::vector<ApplicationId>& ids) {
  return storage::ListOutcomes(tx, ids);
}

void NoteReached(db::Tx& tx, const ApplicationId& id, const access::Actor& actor,
                 const std::string& note, Instant now) {
  auto application = storage::FindForUpdate(tx, id);
  if (!application) return;
  const auto next = rules::After(rules::Happening::kReached, application->status);
  if (!next) return NoteSaid(tx, id, actor, note, now);
  ChangeStatus(tx, *application, *next, actor,
               {.code = "applications.history.reached", .detail = {}, .reason = note}, now);
}

void NoteSaid(db::Tx& tx, const ApplicationId& id, const access::Actor& actor,
              const std::string& note, Instant now) {
  const auto application = storage::FindForUpdate(tx, id);
  if (!application || note.empty()) return;
  NoteOnly(tx, *application, "note", actor,
           {.code = "applications.history.called", .detail = {}, .reason = note}, now);
}

void NoteWrongNumber(db::Tx& tx, const ApplicationId& id, const access::Actor& actor,
                     const std::string& phone, const std::string& note, Instant now) {
  const auto application = storage::FindForUpdate(tx, id);
  if (!application) return;
  NoteOnly(tx, *application, "note", actor,
           {.code = "applications.history.wrong_number", .detail = phone, .reason = note}, now);
  Announce(tx, *application, application->status);
}

}  // namespace okno::applications

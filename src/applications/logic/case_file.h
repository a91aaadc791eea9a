// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "applications/use_cases.h"
#include "logic/rules/checklist.h"
#include "logic/rules/transitions.h"

// Loading a case and changing it: what every use case shares.
namespace okno::applications {

enum class Lock { kNo, kYes };

// The case with all its parts. Refused "applications.not_found" when there is none the principal
// may see; who may issue results and could see it while it waited for that is told what became of
// it: "applications.issued_elsewhere", "applications.uncollected_elsewhere".
Result<Case> Load(db::Tx& tx, const Services& services, const access::Principal& principal,
                  const ApplicationId& id, Lock lock);
// The same for changes: locked, of the version the caller has seen, and `action` is due.
Result<Case> LoadFor(db::Tx& tx, const Services& services, const access::Principal& principal,
                     const ApplicationId& id, long long version, rules::Action action);
// The parts around an application already loaded.
Case Complete(db::Tx& tx, const Services& services, Application application);
// Cases with all their parts, by as many statements for one as for hundreds. Each is named once;
// those the scope does not show are left out.
std::vector<Case> LoadAll(db::Tx& tx, const Services& services,
                          const std::vector<ApplicationId>& ids);

// What a change leaves in the history besides who and when.
struct Note {
  std::string code, detail, reason;
};

// The one way a status changes: next version, history row, event for the rooms above, live update.
// Other fields of `application` changed beforehand are saved with it.
HistoryEntry ChangeStatus(db::Tx& tx, Application& application, Status to,
                          const access::Actor& actor, const Note& note, Instant now);
// A change without one; `kind` as in openapi.yaml.
HistoryEntry NoteChange(db::Tx& tx, Application& application, std::string_view kind,
                        const access::Actor& actor, const Note& note, Instant now);
// A row of the history without any change of the case (a print).
HistoryEntry NoteOnly(db::Tx& tx, const Application& application, std::string_view kind,
                      const access::Actor& actor, const Note& note, Instant now);

// Tells the rooms above and the open screens. ChangeStatus does it by itself.
void Announce(db::Tx& tx, const Application& application, Status from);

// The case's checklist as it stands.
std::vector<rules::ChecklistItem> ChecklistOf(const Case& subject);

// "Today" where the case lies.
Date TodayAt(const Case& subject, Instant now);

}  // namespace okno::applications

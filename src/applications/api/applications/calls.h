// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "applications/application.h"
#include "db/pool.h"

// What the contact centre needs, inside its own transaction.
namespace okno::applications {

// The case itself, without its documents and history; empty when the scope does not show it.
std::optional<Application> Find(db::Tx& tx, const ApplicationId& id);
// The same, and nobody else changes it until the caller's transaction ends. Whoever also locks rows
// of their own that hang on the case locks the case first.
std::optional<Application> FindAndLock(db::Tx& tx, const ApplicationId& id);

// The applicant was told that the result is here: awaiting_notice -> ready_to_issue. In any other
// status nothing happens, because someone was faster. What was said (`note`, may be empty) stands
// in the history either way.
void NoteReached(db::Tx& tx, const ApplicationId& id, const access::Actor& actor,
                 const std::string& note, Instant now);
// What the applicant said («придёт жена по доверенности»), for whoever meets them at the window.
void NoteSaid(db::Tx& tx, const ApplicationId& id, const access::Actor& actor,
              const std::string& note, Instant now);
// Somebody else answers at the number of the applicant's card: the branch is to ask for another
// one.
void NoteWrongNumber(db::Tx& tx, const ApplicationId& id, const access::Actor& actor,
                     const std::string& phone, const std::string& note, Instant now);

// What an agency has decided of a case.
struct AgencyOutcome {
  bool positive = false;  // it gives what was asked for
  bool though_withdrawn = false;
  bool on_paper = false;  // papers that lie in the branch of the case, and are issued there alone
  bool operator==(const AgencyOutcome&) const = default;
};
// Of those cases that are decided.
std::map<ApplicationId, AgencyOutcome> ListOutcomes(db::Tx& tx,
                                                    const std::vector<ApplicationId>& ids);

}  // namespace okno::applications

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "applications/application.h"
#include "applications/calls.h"
#include "applications/use_cases.h"
#include "db/pipeline.h"

// Rows <-> values. Writes are queued and travel with the next statement or the commit.
namespace okno::applications::storage {

db::Pending<std::optional<Application>> Ask(db::Tx& tx, const ApplicationId& id);
// Who applies, and at which branch.
struct Parties {
  applicants::Applicant applicant;
  access::Branch branch;
};
db::Pending<std::optional<Parties>> AskParties(db::Tx& tx, const ApplicationId& id);
std::optional<Application> FindForUpdate(db::Tx& tx, const ApplicationId& id);
db::Pending<std::optional<Application>> AskForUpdate(db::Tx& tx, const ApplicationId& id);
// The case with this number ("" = none) and those of these applicants, newest first, at most
// `limit`.
std::vector<ApplicationId> ListIds(db::Tx& tx, const access::OrganizationId& organization_id,
                                   std::string_view number,
                                   const std::vector<applicants::ApplicantId>& applicants,
                                   int limit);
std::map<ApplicationId, AgencyOutcome> ListOutcomes(db::Tx& tx,
                                                    const std::vector<ApplicationId>& ids);
void Insert(db::Tx& tx, const Application& draft);
void SaveAnswers(db::Tx& tx, const Application& application);
void SaveState(db::Tx& tx, const Application& application);
void Delete(db::Tx& tx, const ApplicationId& id);

// Files the draft under the next number of its branch and year, which stays locked until the
// commit, and notes it as `filed` says: the last statement of its transaction. `kept_form`: the
// answers as they are stored now. Gives the number.
db::Pending<std::string> SaveFiled(db::Tx& tx, const Application& application,
                                   const access::Branch& branch, const Json& kept_form,
                                   const HistoryEntry& filed);

void AddHistory(db::Tx& tx, const Application& application, const HistoryEntry& entry);
// Of the newest row, which goes on to tell of the same.
// Of the newest row, if that is of `code`: a print may have come since the history was read.
bool UpdateLastReason(db::Tx& tx, const ApplicationId& id, std::string_view code,
                      const std::string& reason);
db::Pending<std::vector<HistoryEntry>> AskHistory(db::Tx& tx, const ApplicationId& id);

// Of several cases, one statement each; what the scope does not show is not there.
db::Pending<std::map<ApplicationId, Application>> AskAll(db::Tx& tx,
                                                         const std::vector<ApplicationId>& ids);
db::Pending<std::map<ApplicationId, Parties>> AskParties(db::Tx& tx,
                                                         const std::vector<ApplicationId>& ids);
db::Pending<std::map<ApplicationId, std::vector<HistoryEntry>>> AskHistory(
    db::Tx& tx, const std::vector<ApplicationId>& ids);

std::map<access::UserId, int> CountOpenCases(db::Tx& tx,
                                             const std::vector<access::UserId>& executors);
struct ExpiredCase {
  ApplicationId id;
  access::OrganizationId organization_id;
};
std::vector<ExpiredCase> ListExpiredReworks(db::Tx& tx, Date today, int limit);
// Those with a result the applicant was told of and has not collected, longest waiting first.
std::vector<ExpiredCase> ListResultsToldBefore(db::Tx& tx, Instant moment, int limit);

}  // namespace okno::applications::storage

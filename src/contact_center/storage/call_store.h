// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "contact_center/calls.h"
#include "logic/rules/outcomes.h"

namespace okno::contact_center::storage {

// A call as the tables have it; the catalog's and the directory's words come later.
struct CallRow {
  Call call;  // without service_name, what to say, branch_name, attempts
  std::string service_code;
  int service_version = 1;
  access::BranchId branch_id;
  std::string rework_reason, first_name, middle_name;
  std::optional<Date> birth_date, planned_date, promised_date;
  std::optional<std::string> head_name;  // of an organization; "" when its card names none
  bool though_withdrawn = false, on_paper = false;  // known to applications only
};
struct Matches {
  std::vector<applicants::ApplicantId> applicants;
  std::optional<int> serial;
  std::optional<std::string> number;
};
struct Filter {
  access::OrganizationId organization_id;
  std::optional<std::string> reason;
  std::optional<Matches> matches;
  std::optional<bool>
      wrong_number;  // only those whose number is known to be wrong, or none of them
};
struct After {
  Instant next_at;
  CallId id;
};
std::vector<CallRow> List(db::Tx& tx, const Filter& filter, const std::optional<After>& after,
                          int limit);
long long Count(db::Tx& tx, const Filter& filter);
std::optional<CallRow> Find(db::Tx& tx, const CallId& id);
std::optional<applications::ApplicationId> FindCase(db::Tx& tx, const CallId& id);
std::vector<CallId> ListAbout(db::Tx& tx, const std::vector<applications::ApplicationId>& cases);
std::optional<bool> LockDone(db::Tx& tx,
                             const CallId& id);  // whether it is done; empty when there is none
std::map<CallId, std::vector<Attempt>> ListAttempts(db::Tx& tx, const std::vector<CallId>& ids);

void OpenCall(db::Tx& tx, const applications::Application& application, std::string_view reason,
              Instant now);
void CloseCalls(db::Tx& tx, const applications::ApplicationId& id, std::string_view but_reason);
void AddAttempt(db::Tx& tx, const CallId& id, const access::Principal& principal,
                const AttemptInput& input, Instant now);
void Update(db::Tx& tx, const CallId& id, const rules::Next& next);
// Of the call's applicant.
void MarkWrongNumber(db::Tx& tx, const CallId& id, const std::string& phone,
                     const access::Principal& principal, Instant now);
void ClearWrongNumber(db::Tx& tx, const CallId& id, const std::string& phone);

}  // namespace okno::contact_center::storage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "applications/application.h"
#include "logic/rules/lists.h"

namespace okno::applications::storage {

// A line of a list.
struct ApplicationRow {
  ApplicationId id;
  std::string number;
  Status status = Status::kDraft;
  std::optional<ExternalStatus> external_status;
  std::string applicant_name, service_code;
  int service_version = 1;
  access::BranchId branch_id;
  std::string executor_name;
  std::optional<Date> due_date;  // the earlier of what the agency says and the receipt promised
  Date urgent_by;                // the same, far away without one
  Instant created_at, updated_at;
};

// What `typed` was found to mean: cases of these applicants, with this serial or with this
// beginning of the number.
struct Matches {
  std::vector<applicants::ApplicantId> applicants;
  std::optional<int> serial;
  std::optional<std::string> number;
};
struct OpenAfter {
  Date urgent_by;
  ApplicationId id;
};
std::vector<ApplicationRow> ListOpen(db::Tx& tx, const access::OrganizationId& organization_id,
                                     const rules::ListFilter& filter,
                                     const std::optional<Matches>& matches,
                                     const std::optional<OpenAfter>& after, int limit);
std::vector<ApplicationRow> ListRecent(db::Tx& tx, const access::OrganizationId& organization_id,
                                       const rules::ListFilter& filter,
                                       const std::optional<Matches>& matches,
                                       const std::optional<ApplicationId>& after, int limit);
// Those that rules::MaySee shows, and how many filed ones it does not.
std::vector<ApplicationRow> ListOfApplicant(db::Tx& tx, const applicants::ApplicantId& id,
                                            const access::Principal& principal);
int CountElsewhere(db::Tx& tx, const applicants::ApplicantId& id,
                   const access::Principal& principal);
// How many cases each list of the caller holds, by its name.
Json CountLists(db::Tx& tx, const access::Principal& principal, Date today);

// Of those that have one.
std::map<Uuid, std::string> ListNumbers(db::Tx& tx, const std::vector<Uuid>& ids);

}  // namespace okno::applications::storage

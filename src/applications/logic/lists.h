// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "applications/use_cases.h"
#include "logic/rules/lists.h"
#include "storage/list_store.h"

namespace okno::applications {

struct Page {
  std::vector<storage::ApplicationRow> rows;
  std::map<access::BranchId, std::string> branch_names;
  std::string next_cursor;  // "" at the end
  int elsewhere = 0;        // of an applicant: in branches out of sight
};
Result<Page> ListApplications(const Services& services, const access::Principal& principal,
                              const rules::ListQuery& query, const std::string& cursor, int limit);
// Those the principal may see. Refused "applicants.not_found".
Result<Page> ListOfApplicant(const Services& services, const access::Principal& principal,
                             const applicants::ApplicantId& id);
Json CountLists(const Services& services, const access::Principal& principal);

}  // namespace okno::applications

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "applications/application.h"
#include "applications/use_cases.h"
#include "db/pool.h"

namespace okno::applications {

// What any branch of the center tells who asks by the number of the receipt: no personal data and
// no documents.
struct CaseState {
  ApplicationId id;
  std::string number, service_name;
  Status status = Status::kIntake;
  access::Branch branch;                    // where the case lies
  std::optional<std::string> issue_branch;  // the name of the branch that issued the result
  std::optional<Date> planned_date;
  bool may_be_issued_here = false;  // now, by who asks
  bool may_be_opened = false;       // who asks may see the whole case
};
// By the exact number; drafts have none. Refused "applications.number_unknown".
Result<CaseState> GetStateByNumber(const Services& services, const access::Principal& principal,
                                   std::string_view number);

// For `app`, in its transaction: the case with this number and the cases of these applicants,
// newest first, at most `limit`.
std::vector<ApplicationId> SearchIds(db::Tx& tx, const access::OrganizationId& organization_id,
                                     std::string_view number,
                                     const std::vector<applicants::ApplicantId>& applicants,
                                     int limit);

// For `app`: the numbers of these cases in the scope of `tx`; drafts have none.
std::map<Uuid, std::string> NumbersOf(db::Tx& tx, const std::vector<Uuid>& ids);

}  // namespace okno::applications

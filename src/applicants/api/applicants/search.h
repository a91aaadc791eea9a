// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "applicants/applicant.h"

namespace okno::applicants {

// The one search box: parts of names (each word must be found), digits of a passport, SNILS, INN,
// OGRN or phone, a birth date as dd.mm.yyyy, in any mixture. Ordered by name. Nothing typed finds
// nothing.
std::vector<Applicant> Search(db::Tx& tx, const access::OrganizationId& organization_id,
                              std::string_view typed, int limit);

// Only the ids, for filters of rooms above; in no order.
std::vector<ApplicantId> SearchIds(db::Tx& tx, const access::OrganizationId& organization_id,
                                   std::string_view typed, int limit);

}  // namespace okno::applicants

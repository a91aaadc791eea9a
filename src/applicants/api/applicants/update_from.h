// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "applicants/applicant.h"

namespace okno::applicants {

// Update with values that nobody typed: the card's history says where they come from («Социальный
// фонд России, P/26/9451»). Refuses what Update refuses.
Result<Applicant> UpdateFrom(const Context& context, const access::Principal& principal,
                             const ApplicantId& id, long long version, const Applicant& draft,
                             const std::string& source);

}  // namespace okno::applicants

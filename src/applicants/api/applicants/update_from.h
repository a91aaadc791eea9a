// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "applicants/applicant.h"

namespace okno::applicants {

// Update with values that nobody typed: the card's history says where they come from («Социальный
// фонд России, P/26/9451»). `beside` is done in the same transaction when the card is saved.
// Refuses what Update refuses.
Result<Applicant> UpdateFrom(const Context& context, const access::Principal& principal,
                             const ApplicantId& id, long long version, const Applicant& draft,
                             const std::string& source,
                             const std::function<void(db::Tx&)>& beside = {});

}  // namespace okno::applicants

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applicants/applicant.h"

namespace okno::applicants {

// Changes of a card, newest first: [{"at", "actor", "changes": [{"field", "old", "new"}]}].
Result<Json> GetHistory(const Context& context, const access::Principal& principal,
                        const ApplicantId& id);

}  // namespace okno::applicants

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applicants/applicant.h"
#include "db/pipeline.h"

namespace okno::applicants {

// As Find, for a use case that asks for several things at once.
db::Pending<std::optional<Applicant>> Ask(db::Tx& tx, const ApplicantId& id);

}  // namespace okno::applicants

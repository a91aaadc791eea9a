// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applicants/applicant.h"
#include "db/pool.h"

namespace okno::applicants {

// For a use case that asks for several things at once: a row of applicants.v_applicants.
Applicant ReadApplicant(const db::Row& row);

}  // namespace okno::applicants

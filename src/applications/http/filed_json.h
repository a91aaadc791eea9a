// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applications/use_cases.h"

namespace okno::applications {

// Adds what the applicant was promised and has brought besides the checklist: `promised_date` and
// `other_papers` as in openapi.yaml.
void AddFiled(Json& json, const Case& subject);

}  // namespace okno::applications

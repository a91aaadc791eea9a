// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applications/use_cases.h"

namespace okno::applications {

// Adds `recipient` and `issued` of the case as in openapi.yaml: who has come for the result and how
// it was given out.
void AddIssue(Json& json, const Case& subject);

}  // namespace okno::applications

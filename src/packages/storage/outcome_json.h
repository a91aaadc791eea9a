// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/json.h"
#include "packages/packages.h"

namespace okno::packages::storage {

// As `PackageOutcome` in openapi.yaml.
Json ToJson(const CaseOutcome& outcome);
CaseOutcome OutcomeFromJson(const Json& json);  // of a row

}  // namespace okno::packages::storage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "applications/application.h"

// The parts of an application that are kept as jsonb. Reading broken ones throws.
namespace okno::applications::storage {

Json ToJson(const std::vector<Mark>& marks);
std::vector<Mark> MarksFromJson(const Json& json);
Json ToJson(const ExternalStatus& status);
ExternalStatus ExternalStatusFromJson(const Json& json);
Json ToJson(const Decision& decision);
Decision DecisionFromJson(const Json& json);
Json ToJson(const std::vector<ResultPaper>& papers);
std::vector<ResultPaper> ResultPapersFromJson(const Json& json);
Json ToJson(const Recipient& recipient);
Recipient RecipientFromJson(const Json& json);

}  // namespace okno::applications::storage

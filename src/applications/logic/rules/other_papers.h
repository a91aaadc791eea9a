// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "applications/application.h"

// Papers the applicant hands over though the checklist does not name them: the operator writes down
// their title and sheets, so that application and receipt list them.
namespace okno::applications::rules {

bool IsOtherPaper(std::string_view item);                       // "other-1" to "other-99"
std::vector<Mark> OtherPapers(const std::vector<Mark>& marks);  // those given

}  // namespace okno::applications::rules

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "applications/application.h"
#include "catalog/service.h"

// Original papers that stayed with the center when the application was filed.
namespace okno::applications::rules {

struct Original {
  std::string item, title;  // of a mark: a line of the checklist or another paper
};
// Papers given as originals, of the service's whole checklist and besides it: a line that the
// answers do not need any more has its paper all the same. What the applicant takes back at the
// window at once (a passport that was only shown) was not left.
std::vector<Original> OriginalsTaken(const std::vector<catalog::ChecklistRule>& checklist,
                                     const std::vector<Mark>& marks);

// The titles of those that are given back with the result, divided by "; ".
std::string TitlesOf(const std::vector<Original>& taken, const std::vector<std::string>& items);

// "applications.not_an_original" at /originals when one of `items` was not taken.
std::vector<FieldError> CheckReturned(const std::vector<Original>& taken,
                                      const std::vector<std::string>& items);

}  // namespace okno::applications::rules

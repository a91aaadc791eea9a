// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "catalog/forms.h"

namespace okno::catalog {

// All that follows from the answers to a service's form, over one pruning: what ValidateForm and
// ChecklistFor say of it.
struct Examined {
  Json form;  // pruned
  std::vector<FieldError> errors;
  std::vector<ChecklistRule> checklist;
  Json applicant;  // as it was given
};
Examined Examine(const Service& service, const Json& form, Json applicant, Date today);

}  // namespace okno::catalog

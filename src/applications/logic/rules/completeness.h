// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "applications/application.h"
#include "applications/use_cases.h"
#include "logic/rules/checklist.h"

namespace okno::applications::rules {

// What still stands between a draft and its filing.
struct Completeness {
  Json form;                             // the answers as they will be kept: pruned
  std::vector<FieldError> form_errors;   // pointers into the form
  std::vector<FieldError> other_errors;  // pointers "/representative…"
  std::vector<ChecklistItem> checklist;
  Json applicant;  // the card as it was judged, in the form of openapi.yaml

  bool complete() const;
  // "input.invalid" with every wrong field (pointers "/form/…") and missing document, or
  // "applications.incomplete" when only documents are missing.
  Refusal ToRefusal() const;
};
Completeness CompletenessOf(const Case& subject, Date today);

// Errors of the representative's data, pointers below "/representative".
std::vector<FieldError> CheckRepresentative(const Json& representative, Date today);

}  // namespace okno::applications::rules

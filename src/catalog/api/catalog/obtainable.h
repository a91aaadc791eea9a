// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/service.h"

namespace okno::catalog {

// Whether an agency's answer to the center's inquiry may stand for the document: what the agency
// that decides has to ask for itself (210-ФЗ art. 7), and what the applicant may bring or not. What
// the applicant must bring is brought by nobody else.
inline bool IsObtainable(const ChecklistRule& rule) {
  return rule.need == Need::kInquiry || rule.need == Need::kOptional;
}

}  // namespace okno::catalog

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "applications/application.h"
#include "catalog/service.h"

namespace okno::applications::rules {

// How much paper goes to the agency.
struct Travelling {
  int documents = 0, sheets = 0;
  bool operator==(const Travelling&) const = default;
};
// What was given on paper and stays, of the whole checklist and besides it, in sheets as the
// receipt has them. What the applicant takes back at the window goes as its copy, if there is one.
Travelling WhatTravels(const std::vector<catalog::ChecklistRule>& checklist,
                       const std::vector<Mark>& marks);

}  // namespace okno::applications::rules

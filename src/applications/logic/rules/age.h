// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applicants/applicant.h"

// What the law hangs on the age of the applicant.
namespace okno::applications::rules {

// The same day so many years later; of 29 February in a common year the last day of the month
// (ГК РФ art. 192).
Date YearsLater(Date date, int years);

// A person under 14 acts through a legal representative only (ГК РФ art. 28).
bool NeedsRepresentative(const applicants::Applicant& applicant, Date today);
// From 18 on nobody is represented by their parents (СК РФ art. 64 with art. 54). A card without
// the date of birth tells nothing and forbids nothing.
bool IsAdult(const applicants::Applicant& applicant, Date today);

}  // namespace okno::applications::rules

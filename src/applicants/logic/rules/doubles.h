// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applicants/applicant.h"

namespace okno::applicants::rules {

// Whether two cards of the same kind may be one person's: surname, name and birth date are the
// same, however they are written («Журавлёва», «ЖУРАВЛЕВА»).
bool AreNamesakes(const Applicant& one, const Applicant& other);
// Whether both cards name the same identity document (kind, series, number, country).
bool SameDocument(const Applicant& one, const Applicant& other);

}  // namespace okno::applicants::rules

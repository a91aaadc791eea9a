// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applicants/applicant.h"

namespace okno::applicants::rules {

// What differs between two states of a card, for its history: [{"field", "old", "new"}] in the
// order of the card. Values are texts; a document is written as one text.
Json Changes(const Applicant& before, const Applicant& after);

}  // namespace okno::applicants::rules

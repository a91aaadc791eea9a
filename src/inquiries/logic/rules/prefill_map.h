// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "json/json.h"

namespace okno::inquiries::rules {

// Which member of the applicant's card a field of a request's form is filled from: JSON pointer
// into the form -> pointer into the card ("/Document/Series" -> "/identity_document/series"), by
// x-prefill of the form (docs/forms.md). Fields filled from elsewhere, and those inside rows, are
// left out.
std::map<std::string, std::string> CardMembers(const Json& form_schema);

// The wrong fields of a form as wrong members of the card, each once, in their order; empty when
// one of them has no member there, because then no card can mend it.
std::vector<FieldError> AsCardErrors(const std::vector<FieldError>& errors,
                                     const std::map<std::string, std::string>& members);

}  // namespace okno::inquiries::rules

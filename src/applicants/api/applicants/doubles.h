// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applicants/applicant.h"

// Second cards of one person. Create and Update refuse "applicants.document_taken", with the id of
// the other card as detail, when a card of the same kind (a person's, an entrepreneur's) has the
// same identity document; and "applicants.person_inn_taken" when a card of the same kind has the
// same INN, or one of another kind that was born on another day.
namespace okno::applicants {

// As Create; refused also "applicants.namesake" with the ids of the cards of people of the same
// surname, name and birth date, divided by commas: a person looks at them and, when this is another
// one, calls Create.
Result<Applicant> CreateUnlessNamesake(const Context& context, const access::Principal& principal,
                                       const Applicant& draft, const std::string& idempotency_key);

}  // namespace okno::applicants

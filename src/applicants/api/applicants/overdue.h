// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "applicants/applicant.h"

// Documents that were good once and prove nobody's identity any more. Who comes to have such a
// document replaced has no other, so a card may hold it; where somebody acts by the document it
// must be valid.
namespace okno::applicants {

// Why the document is valid no more on `today`: "" while it is, or "passport.replaced_at_20",
// "passport.replaced_at_45", "document.birth_certificate_after_14", "document.expired". A passport
// holds for 90 more days after the birthday at which it is to be replaced, in which its holder asks
// for the new one (Положение о паспорте, утв. ПП РФ от 23.12.2023 № 2267).
std::string WhyOverdue(const IdentityDocument& document, std::optional<Date> birth_date,
                       Date today);

// As ParseApplicant, but the documents of the card may be overdue: for who has seen that they are.
Result<Applicant> ParseApplicantWithOverdue(const Json& input, Date today);

}  // namespace okno::applicants

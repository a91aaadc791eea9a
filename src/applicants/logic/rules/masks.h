// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "applicants/applicant.h"

namespace okno::applicants::rules {

std::string MaskedSnils(std::string_view digits);  // "•••-•••-••5 95"
std::string MaskedPhone(std::string_view e164);    // "+7 ••• •••-67-89"
// The settlement of a postal address: "Приреченск" of "…, г. Приреченск, ул. …"; "" when it names
// none.
std::string CityOf(std::string_view address);

// A line of the search result: enough to tell people apart, no number in full.
Json ApplicantRow(const Applicant& applicant);

}  // namespace okno::applicants::rules

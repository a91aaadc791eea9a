// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "demo/random.h"
#include "json/json.h"
#include "time/time.h"

namespace okno::app::demo {

// An applicant's card as the API takes it (ApplicantInput): plausible Russian names in the right
// gender, an address of the invented Приреченская область, documents that fit the age.
Json MakePerson(Random& random, Date today);
Json MakeEntrepreneur(Random& random, Date today);
Json MakeLegalEntity(Random& random);
// Any of them, as often as they come to a center.
Json MakeApplicant(Random& random, Date today);

struct FullName {
  std::string last, first, middle;
};
FullName MakeName(Random& random, bool male);
std::string MakeAddress(Random& random);

}  // namespace okno::app::demo

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "json/json.h"
#include "neighbours/population/words.h"
#include "time/time.h"

// Who has not been heard of is made up from the question itself, always the same. Cards are those
// of the applicants' API (ApplicantInput).
namespace okno::testbed::neighbours {

// Without an identity document: any that is asked about fits.
Json DerivePerson(const FullName& name, Date birth_date, bool male);
// By number: INN (10 digits) or OGRN (13) of an organization; INN (12) or OGRNIP (15) of an
// entrepreneur. The number asked about stays, the others are made up.
Json DeriveEntity(const std::string& number);
Json DeriveEntrepreneur(const std::string& number, Date today);

}  // namespace okno::testbed::neighbours

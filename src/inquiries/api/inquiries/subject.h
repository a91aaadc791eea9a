// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "json/json.h"

// Who is who among the people an inquiry may be about. A card, or what is known of a person, is
// {"last_name", "first_name", "birth_date", "snils", …} as in an applicant's card.
namespace okno::inquiries {

// A word for the person, to name one of a case's people in a request: it says nothing by itself. Of
// the family and first name and the birth date; "" when one of the three is not known.
std::string PersonKey(const Json& card);

// Whether an inquiry that asks about `asked` (Inquiry::asked) asks about the person of `card`: the
// family and first name and the birth date are the same (case, «ё» and blanks make no difference),
// and so is the СНИЛС where both tell it. Who is not known in full is nobody.
bool AsksAbout(const Json& asked, const Json& card);

// "Калинин Пётр Ильич"; "" when nothing of it is known.
std::string PersonName(const Json& card);

// As it is written there, which may be no date; "" when it is not known.
std::string PersonBirthDate(const Json& card);

}  // namespace okno::inquiries

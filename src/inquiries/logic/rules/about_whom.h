// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "json/json.h"

namespace okno::inquiries::rules {

// Whom a form asks about when that is not the person or organization of `card`: "Попова Е. И." of
// the typed names, "другое лицо" of a form that asks for no name; "" when it is about the card's
// own, or names nobody. What tells one from another: the family and first name, the birth date,
// СНИЛС, ИНН, ОГРН; of a form without a name also the document. Case, «ё» and blanks make no
// difference. `members` as CardMembers gives them.
std::string OtherPerson(const Json& form, const std::map<std::string, std::string>& members,
                        const Json& card);

// Whether what is answered may go to `card`: the form names its owner by something that both tell
// (the family name with the birth date, СНИЛС, ИНН, ОГРН, the document's number) and by nothing
// that differs (of a form with a name the document may). A form that tells nobody is about nobody.
bool IsAboutOwner(const Json& form, const std::map<std::string, std::string>& members,
                  const Json& card);

// What the form says of whom it asks about, by the names of the card (Inquiry::asked).
Json AskedIn(const Json& form, const std::map<std::string, std::string>& members);

// "Попова Е. И." of the names as they were typed; "" when there is no family name.
std::string TypedName(const Json& form, const std::map<std::string, std::string>& members);

}  // namespace okno::inquiries::rules

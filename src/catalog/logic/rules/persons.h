// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalog/service.h"

namespace okno::catalog {

// The schema of the object that names a person, or of its rows: of "form" the form's own, of
// "form.family.members" that group's or those rows'. nullptr when the form has no such thing.
const Json* PersonSchema(const std::string& who, const Json& form_schema);

// The people that the answers name, in the order of `about` and of the rows. Somebody not named yet
// is there too, with a card that lacks it. `form` is pruned; `applicant` is the card.
std::vector<Person> PersonsOf(const std::vector<AskedAbout>& about, const Json& form_schema,
                              const Json& form, const Json& applicant);

}  // namespace okno::catalog

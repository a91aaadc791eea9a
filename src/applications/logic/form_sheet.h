// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "catalog/service.h"
#include "json/json.h"

namespace okno::applications {

// The answers as the printed application shows them, in the order of the form: blocks of {title,
// fields: [{label, value}], columns: [{title}], rows: [{cells: [{text}]}]}. A group of rows («Члены
// семьи») is a block of its own with columns and rows; consents are no answers.
Json FormSheet(const catalog::Service& service, const Json& form);

// The heading of the form's section in which the answer of that pointer («/members/0/last_name»)
// stands; "" where the form has none.
std::string SectionOf(const catalog::Service& service, const std::string& code);

// What the applicant declares by a tick: [{text}], without a full stop.
Json Declarations(const catalog::Service& service, const Json& form);

}  // namespace okno::applications

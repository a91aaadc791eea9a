// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "applicants/applicant.h"
#include "catalog/forms.h"

// People as labelled fields, for paper and for the agency. Labels are Russian, as paper is.
namespace okno::applications {

std::vector<catalog::LabelledValue> FieldsOf(const applicants::Applicant& applicant);
// `representative` as checked at filing.
std::vector<catalog::LabelledValue> FieldsOfRepresentative(const Json& representative);
std::string RepresentativeName(const Json& representative);  // full

}  // namespace okno::applications

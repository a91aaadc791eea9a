// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.h"

namespace okno::xsd {

// What the judge (libxml2) says of one place, as an error of a form: a code of docs/forms.md where
// it means the same, else "xsd.length", "xsd.more_than", "xsd.less_than", "xsd.digits",
// "xsd.fraction_digits" (the limit as detail), "xsd.content" (what is expected), "xsd.value". Never
// with the value: it may be personal data.
FieldError Judgement(std::string pointer, const std::string& said);

}  // namespace okno::xsd

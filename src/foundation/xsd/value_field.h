// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "json/json.h"
#include "simple_type.h"

namespace okno::xsd {

// A text as a field of docs/forms.md, without its title.
Json FieldOf(const SimpleType& type);
// How FieldOf keeps the values.
enum class Kept { kText, kBoolean, kInteger, kNumber, kChoices };
Kept KeptAs(const SimpleType& type);

// A value of the form as XML writes it, and back. What does not fit the type is kept as text.
std::string ToLexical(const SimpleType& type, const Json& value);
Json FromLexical(const SimpleType& type, const std::string& text);
// A valid text; `label` colours free ones.
std::string SampleText(const SimpleType& type, const std::string& label);

}  // namespace okno::xsd

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "json/json.h"

// How the rules look at a form's schema. It was checked when it was loaded, so what must be there
// is there.
namespace okno::catalog {

// A text keyword; "" when absent.
const std::string& Keyword(const Json& schema, std::string_view name);
const Json& PropertiesOf(const Json& object_schema);
const Json& PropertyOf(const Json& object_schema, const std::string& name);
bool IsRows(const Json& field);  // an array of objects
// Whether the field exists. `scope` is what its condition is judged on: the form, or the row of an
// array.
bool IsVisible(const Json& field, const Json& scope);
// Whether `required` of the object around it or the field's own x-required-when asks for `name`.
bool IsRequired(const Json& object_schema, const std::string& name, const Json& field,
                const Json& scope);
// "/a" + "/" + "b", with ~ and / escaped.
std::string Below(const std::string& pointer, std::string_view name);

}  // namespace okno::catalog

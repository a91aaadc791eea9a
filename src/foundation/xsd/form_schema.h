// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/json.h"
#include "parts.h"

namespace okno::xsd {

// The layout in the dialect of docs/forms.md.
Json FormSchema(const Layout& layout);

// What the form leaves to the writer: fixed values, ids, empty elements that must be there.
bool IsShown(const Part& part);
bool IsShown(const Attribute& attribute);

}  // namespace okno::xsd

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parts.h"

namespace okno::xsd {

// Gives every part and attribute its member of the form's data, everywhere below. An element that
// stands in several alternatives of a choice has one member; other elements of the same name get
// "Name#2", …
void NameMembers(Object& object);

}  // namespace okno::xsd

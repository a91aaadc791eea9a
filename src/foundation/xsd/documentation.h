// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "components.h"

namespace okno::xsd {

// The words of xs:annotation/xs:documentation, blanks run together; "" when there are none.
struct Documentation {
  std::string russian, english;
};
Documentation DocumentationOf(const Item& item);

// A documentation as label and hint: long ones are cut after their first sentence or line.
struct Label {
  std::string title, help;
};
Label LabelOf(const std::string& documentation);

}  // namespace okno::xsd

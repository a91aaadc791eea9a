// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "xml/document.h"

namespace okno::xml {

// Elements that carry the value in an attribute Id, ID, id, wsu:Id or xml:id, anywhere in the
// document of `place`. More than one is an attack or a mistake: which of them was signed depends on
// who looks.
struct IdMatches {
  Element first;
  std::size_t count = 0;
};
IdMatches FindById(Element place, std::string_view id);
bool CarriesId(const xmlNode* element, std::string_view id);  // in one of those attributes

}  // namespace okno::xml

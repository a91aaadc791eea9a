// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::printing {

// Russian rules of line breaking: no break after «№», «г.», «ул.», «д.», «кв.», «ст.» and the like,
// between initials and the surname, before a dash. Done by making the space there a no-break one.
std::string GlueSpaces(std::string_view text);

}  // namespace okno::printing

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace okno::printing {

// Russian rules of line breaking: no break after «№», «г.», «ул.», «д.», «кв.», «ст.» and the like,
// between initials and the surname, before a dash. Done by making the space there a no-break one. So
// is the narrow one of figures («1 500 ₽»), which has no width in the fonts of papers.
std::string GlueSpaces(std::string_view text);

}  // namespace okno::printing

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "text/messages.h"

namespace okno::exchange {

// The text of a code of this room or of the foundations; the code itself when it has none.
std::string_view TextOf(std::string_view code, text::Language language);

}  // namespace okno::exchange

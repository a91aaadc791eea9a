// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "xml/document.h"

namespace okno::xml {

// One pass over the bytes before libxml2 sees them: size, encoding, DOCTYPE, depth, attributes of
// one element (200,000 of them cost libxml2 17 s). What it can not make sense of it leaves to the
// parser, which stops at the same place.
std::optional<Refusal> Guard(std::string_view bytes, const Limits& limits);

}  // namespace okno::xml

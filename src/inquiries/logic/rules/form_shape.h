// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "json/json.h"

namespace okno::inquiries::rules {

// Member `form` of what is saved: an object within limits of size and depth. Whether it is right is
// judged elsewhere: what is typed is kept as it is.
Result<Json> ParseForm(const Json& body);

}  // namespace okno::inquiries::rules

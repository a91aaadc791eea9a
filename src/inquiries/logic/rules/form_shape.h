// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "inquiries/use_cases.h"

namespace okno::inquiries::rules {

// What is saved; its member `form` is an object within limits of size and depth. Whether it is
// right is judged elsewhere: what is typed is kept as it is.
Result<Draft> ParseDraft(const Json& body);

}  // namespace okno::inquiries::rules

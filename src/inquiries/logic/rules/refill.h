// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/json.h"

namespace okno::inquiries::rules {

// A form once it is filled from another card: values that are missing or stand as the card before
// filled them become those of `now`; what a person typed stays. Rows are one value.
Json Refilled(const Json& form, const Json& before, const Json& now);

}  // namespace okno::inquiries::rules

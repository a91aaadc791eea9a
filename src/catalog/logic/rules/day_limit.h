// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "time/time.h"

namespace okno::catalog {

// "2007-01-01", "today", "today-14y", "today+3m", "today-30d" as a day; empty when it is none of
// these. A day that does not exist becomes the last of its month.
std::optional<Date> ReadDayLimit(std::string_view limit, Date today);

}  // namespace okno::catalog

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include "log/log.h"

namespace okno::log {

// {"time":"2026-11-23T09:15:00.123Z","level":"info","event":"…",…} without a line end.
std::string Line(std::chrono::system_clock::time_point time, Level level, std::string_view event,
                 std::initializer_list<Field> fields);

}  // namespace okno::log

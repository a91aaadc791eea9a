// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include "base/id.h"
#include "time/time.h"

namespace okno::exchange::smev3 {

// The life of a message by its id.
inline constexpr std::chrono::hours kIdLife{24};

// The moment inside a UUID of version 1 (RFC 9562); empty for other versions and variants.
std::optional<Instant> TimeOf(const Uuid& id);

}  // namespace okno::exchange::smev3

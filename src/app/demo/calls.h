// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "demo/shift.h"
#include "house.h"

namespace okno::app::demo {

// The contact centre goes through its list once: some are told, some do not answer, some wait until
// tomorrow. Depends on the seed, the case's number and the shift only.
void CallApplicants(House& house, std::uint64_t seed, Shift shift);

}  // namespace okno::app::demo

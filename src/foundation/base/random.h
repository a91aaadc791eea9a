// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace okno {

// 64 bits from the operating system's generator, fetched in blocks per thread.
std::uint64_t RandomBits();

}  // namespace okno

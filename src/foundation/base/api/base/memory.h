// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace okno {

// Sets the C library's allocator up for the whole process; to be called first in main, before
// threads.
void TuneMemory();

}  // namespace okno

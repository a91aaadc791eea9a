// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace okno::app {

struct House;

struct Swept {
  std::uint64_t files = 0, bytes = 0;
};
// Destroys the files that no document and no message refers to and that were put more than a day
// ago: scans that were removed, those of deleted drafts, uploads that were refused. 152-ФЗ art. 21,
// 3 and 4: what was taken without ground is destroyed within ten working days, what is no longer
// needed within thirty days. Each is logged ("file_destroyed") and counted
// (okno_files_destroyed_total, okno_files_destroyed_bytes_total).
Swept SweepFiles(House& house);

// Once a day.
void RegisterFileSweep(House& house);

}  // namespace okno::app

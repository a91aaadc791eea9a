// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace okno::app {

struct House;

struct Swept {
  std::uint64_t set_aside = 0, put_back = 0;
  std::uint64_t destroyed = 0, destroyed_bytes = 0;
  std::uint64_t refused = 0;  // this many would have been set aside, and the brake held
};
// kOn: when more than a hundred files and a tenth of all would be set aside at once, none is, for
// the database is more likely the wrong one than so many scans are unwanted: an empty one, that of
// a stand, one restored from an older copy. Logged ("file_sweep_refused") and counted
// (okno_file_sweeps_refused_total) until a person says otherwise: `okno files sweep --all`.
enum class Brake { kOn, kOff };

// Sets aside the files that no document and no message refers to and that were put more than a day
// ago: scans that were removed, those of deleted drafts, uploads that were refused. A week later
// they are destroyed, unless somebody refers to them again: then they are put back, as they are
// whenever they are read. 152-ФЗ art. 21, 3 and 4: what was taken without ground is destroyed
// within ten working days, what is no longer needed within thirty days. Each is logged
// ("file_set_aside", "file_put_back", "file_destroyed") and counted (okno_files_set_aside_total,
// …).
Swept SweepFiles(House& house, Brake brake = Brake::kOn);

// Once a day.
void RegisterFileSweep(House& house);

}  // namespace okno::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace okno::app {

// `okno COMMAND …`. Faults that reach this far are printed as one line "okno: …". Returns the exit
// code.
int RunCommandLine(int count, char** arguments);

}  // namespace okno::app

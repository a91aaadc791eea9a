// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace okno::app {

// SIGINT and SIGTERM of this process, taken in turn by the main thread. Made before any thread,
// because threads inherit what is blocked.
class StopSignal {
 public:
  StopSignal();
  // Returns at the first signal; from then on a second one ends the process at once.
  void Wait() const;
};

}  // namespace okno::app

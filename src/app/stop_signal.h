// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace okno::app {

// SIGINT and SIGTERM of this process, taken in turn by the main thread. Made before any thread,
// because threads inherit what is blocked.
class StopSignal {
 public:
  StopSignal();
  // Returns at the first signal. From then on SIGINT (a second Ctrl-C) ends the process at once;
  // SIGTERM does not: a stop of the whole group and whoever has started us both send one, and the
  // database has to be stopped in good order.
  void Wait() const;
};

}  // namespace okno::app

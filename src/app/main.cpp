// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include "base/memory.h"
#include "command_line.h"

int main(int count, char** arguments) {
  // What we write belongs to us alone: scans, messages and logs are personal data. Folders may be
  // walked through (0711), not listed: the private PostgreSQL, another user when we are root, has
  // its own folder below ours.
  umask(066);
  okno::TuneMemory();
  return okno::app::RunCommandLine(count, arguments);
}

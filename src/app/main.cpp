// SPDX-License-Identifier: Apache-2.0
#include "base/memory.h"
#include "command_line.h"

int main(int count, char** arguments) {
  okno::TuneMemory();
  return okno::app::RunCommandLine(count, arguments);
}

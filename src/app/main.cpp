// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include "command_line.h"

namespace {

// Every sign-in takes 19 MB for Argon2 for a moment. Left alone, glibc learns from the first such
// block to keep the next ones, in the arena of every thread that ever had one: some 200 MB of a
// server's resident memory. With a fixed threshold they go back to the system at once.
void KeepLittleMemory() {
  constexpr int kLargeBlock = 1024 * 1024;
  mallopt(M_MMAP_THRESHOLD, kLargeBlock);
  mallopt(M_ARENA_MAX, 4);
}

}  // namespace

int main(int count, char** arguments) {
  KeepLittleMemory();
  return okno::app::RunCommandLine(count, arguments);
}

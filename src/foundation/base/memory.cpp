// SPDX-License-Identifier: Apache-2.0
#include "base/memory.h"

#include <malloc.h>

namespace okno {

void TuneMemory() {
  // Every sign-in takes 19 MB for Argon2 for a moment. Left alone, glibc learns from the first such
  // block to keep the next ones, in the arena of every thread that ever had one: some 200 MB of a
  // server's resident memory. With a fixed threshold they go back to the system at once.
  constexpr int kLargeBlock = 1024 * 1024, kArenas = 4;
  mallopt(M_MMAP_THRESHOLD, kLargeBlock);
  mallopt(M_ARENA_MAX, kArenas);
  // The tree of a message is thousands of small blocks that are freed together: merged at once
  // instead of at the next larger request, and what it took is kept for the next message instead of
  // being given back and asked for again page by page. A tenth of the cost of verifying 100 KB.
  constexpr int kKept = 4 * 1024 * 1024, kNoFastBins = 0;
  mallopt(M_TRIM_THRESHOLD, kKept);
  mallopt(M_MXFAST, kNoFastBins);
}

}  // namespace okno

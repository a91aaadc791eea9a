// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/pool.h"
#include "exchange/worker.h"
#include "files/store.h"
#include "logic/runtime.h"
#include "time/time.h"

namespace okno::exchange {

// What the worker's use cases need.
struct Context {
  db::Pool& db;
  files::Store& files;
  const Clock& clock;  // of the schedule
  Runtimes& runtimes;
  WorkerOptions options;
};

// Message ids, timestamps in envelopes and the judgement of certificates: the bus compares them
// with its own clock.
inline Instant WireNow() { return SystemClock().Now(); }

}  // namespace okno::exchange

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "stopwatch.h"
#include "suites.h"

namespace okno::bench {

void MeasureStarts(World& world, const Sizes& sizes, Table& table) {
  const double loaded = world.server().resident_megabytes();
  world.EndHouse();
  std::vector<double> ready;
  double fresh = 0;
  for (int i = 0; i < sizes.starts; ++i) {
    ready.push_back(world.server().ready_ms());
    fresh = world.server().resident_megabytes();
    world.EndServer();
  }
  table.Add({.what = "second start of `okno serve` with its PostgreSQL, to ready",
             .figure = fmt::format("{:.0f} ms", Median(ready)),
             .promise = "under 3 s"});
  table.Add({.what = "resident memory of `okno serve`",
             .figure = fmt::format("{:.0f} MB after the start, {:.0f} MB after all of the above",
                                   fresh, loaded)});
}

}  // namespace okno::bench

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstring>
#include <iostream>

#include "log/log.h"
#include "stopwatch.h"
#include "suites.h"

namespace okno::bench {
namespace {

// What ran before the table is printed; measuring takes minutes.
void Say(const char* what) { std::cerr << "bench: " << what << std::endl; }

std::string Run(const Sizes& sizes) {
  Table table;
  Say("signatures");
  MeasureSignatures(sizes, table);
  Say("applicants");
  World world(sizes.cards);
  Say("filing");
  MeasureFiling(world, sizes, table);
  Say("receipts");
  MeasureReceipts(world, sizes, table);
  Say("search");
  MeasureSearch(world, sizes, table);
  Say("starts");
  MeasureStarts(world, sizes, table);
  return table.Markdown();
}

int Main(int count, char** arguments) {
  bool smoke = false;
  std::string page;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(arguments[i], "--smoke") == 0) {
      smoke = true;
    } else if (std::strcmp(arguments[i], "--write") == 0 && i + 1 < count) {
      page = arguments[++i];
    } else {
      std::cerr << "usage: okno_bench [--smoke] [--write docs/benchmarks.md]\n";
      return 2;
    }
  }
  log::SetLevel(log::Level::kError);
  const double since = WallNow();
  const auto table = Run(smoke ? kSmoke : kFull);
  const auto text =
      fmt::format("{}, {}; the whole run took {:.0f} s.\n\n{}", Machine(),
                  FormatDate(LocalDate(SystemClock().Now(), "UTC")), WallNow() - since, table);
  std::cout << text;
  if (!page.empty()) WriteInto(page, text);
  return 0;
}

}  // namespace
}  // namespace okno::bench

int main(int count, char** arguments) {
  try {
    return okno::bench::Main(count, arguments);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}

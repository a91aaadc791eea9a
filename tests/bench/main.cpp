// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <iostream>
#include <stdexcept>

#include "base/memory.h"
#include "log/log.h"
#include "stopwatch.h"
#include "suites.h"

namespace okno::bench {
namespace {

// What ran before the table is printed; measuring takes minutes.
void Say(std::string_view what) { std::cerr << "bench: " << what << std::endl; }

// In this order: the exchanges run their own worker, and the last suite ends the world.
struct Suite {
  std::string_view name;
  void (*measure)(World& world, const Sizes& sizes, Table& table);
  bool needs_cards;
};
constexpr Suite kSuites[] = {
    {"exchanges", MeasureExchanges, false}, {"outage", MeasureOutage, false},
    {"filing", MeasureFiling, true},        {"receipts", MeasureReceipts, true},
    {"search", MeasureSearch, true},        {"starts", MeasureStarts, true}};

// `only` names one suite; "" = all.
std::string Run(Sizes sizes, std::string_view only) {
  const bool known = only.empty() || only == "signatures" ||
                     std::ranges::find(kSuites, only, &Suite::name) != std::end(kSuites);
  if (!known) throw std::runtime_error("bench: no such suite");
  Table table;
  const auto wanted = [&](std::string_view name) { return only.empty() || only == name; };
  if (wanted("signatures")) {
    Say("signatures");
    MeasureSignatures(sizes, table);
  }
  if (only == "signatures") return table.Markdown();
  if (std::ranges::none_of(
          kSuites, [&](const Suite& suite) { return suite.needs_cards && wanted(suite.name); }))
    sizes.cards = 0;
  Say("a house of its own");
  World world(sizes.cards);
  for (const auto& suite : kSuites) {
    if (!wanted(suite.name)) continue;
    Say(suite.name);
    suite.measure(world, sizes, table);
  }
  return table.Markdown();
}

int Main(int count, char** arguments) {
  bool smoke = false;
  std::string page, only;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(arguments[i], "--smoke") == 0) {
      smoke = true;
    } else if (std::strcmp(arguments[i], "--write") == 0 && i + 1 < count) {
      page = arguments[++i];
    } else if (std::strcmp(arguments[i], "--only") == 0 && i + 1 < count) {
      only = arguments[++i];
    } else {
      std::cerr << "usage: okno_bench [--smoke] [--only SUITE] [--write docs/benchmarks.md]\n";
      return 2;
    }
  }
  TuneMemory();  // as the program itself does
  log::SetLevel(log::Level::kError);
  const double since = WallNow();
  const auto table = Run(smoke ? kSmoke : kFull, only);
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace okno::bench {

// How much each suite does. A full run is bounded by counts, not by time, and takes some minutes.
struct Sizes {
  int cards = 100'000;  // applicants the search looks through
  int filings = 2000;   // a repetition
  int repetitions = 3;  // filing: of each number of clients, ours and the floor in turn
  int paced_filings = 2000;
  int signatures = 400;  // a repetition
  int signature_repetitions = 7;
  int exchanges = 1000;       // all at once, and then
  int paced_exchanges = 200;  // one after the other
  int undelivered = 100'000;  // messages that wait for the bus
  int receipts = 300;
  int searches = 200;  // of each kind
  int starts = 5;
};
inline constexpr Sizes kFull;
inline constexpr Sizes kSmoke{.cards = 200,
                              .filings = 64,
                              .repetitions = 1,
                              .paced_filings = 20,
                              .signatures = 2,
                              .signature_repetitions = 1,
                              .exchanges = 4,
                              .paced_exchanges = 2,
                              .undelivered = 20,
                              .receipts = 2,
                              .searches = 2,
                              .starts = 1};

}  // namespace okno::bench

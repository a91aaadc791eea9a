// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "time/time.h"

namespace okno {
namespace {

using namespace std::chrono;

TEST(Zone, TurnsAMomentIntoTheDayOfThePlace) {
  const Instant late = sys_days{2026y / 11 / 23} + 21h + 30min;
  EXPECT_EQ(LocalDate(late, kMoscow), 2026y / 11 / 24);
  EXPECT_EQ(LocalDate(late, "Europe/Kaliningrad"), 2026y / 11 / 23);
  EXPECT_EQ(LocalDate(late, "UTC"), 2026y / 11 / 23);
}

TEST(Zone, WritesTheWallTime) {
  const Instant moment = sys_days{2026y / 11 / 23} + 9h + 15min + 123456us;
  EXPECT_EQ(FormatLocal(moment, kMoscow), "23.11.2026 12:15");
  EXPECT_EQ(FormatXsdDateTime(moment, kMoscow), "2026-11-23T12:15:00.123+03:00");
  EXPECT_EQ(FormatXsdDateTime(moment, "America/St_Johns"), "2026-11-23T05:45:00.123-03:30");
  EXPECT_EQ(FormatXsdDateTime(moment, "UTC"), "2026-11-23T09:15:00.123+00:00");
}

TEST(Zone, KnowsTheClockOfTheYear) {
  EXPECT_EQ(FormatLocal(sys_days{2013y / 7 / 1} + 8h, kMoscow), "01.07.2013 12:00");
  EXPECT_EQ(FormatLocal(sys_days{2015y / 7 / 1} + 8h, kMoscow), "01.07.2015 11:00");
}

TEST(Zone, FindsTheMomentOfAWallTime) {
  EXPECT_EQ(FormatInstant(LocalMoment(2026y / 11 / 23, 9h, kMoscow)), "2026-11-23T06:00:00Z");
  EXPECT_EQ(FormatInstant(LocalMoment(2026y / 11 / 23, 24h, kMoscow)), "2026-11-23T21:00:00Z");
  EXPECT_EQ(FormatInstant(LocalMoment(2026y / 3 / 29, 2h + 30min, "Europe/Berlin")),
            "2026-03-29T01:00:00Z")
      << "skipped by the clock change";
  EXPECT_EQ(FormatInstant(LocalMoment(2026y / 10 / 25, 2h + 30min, "Europe/Berlin")),
            "2026-10-25T00:30:00Z")
      << "comes twice";
}

TEST(Zone, ThrowsOnAnUnknownName) {
  EXPECT_ANY_THROW(LocalDate(Instant{}, "Europe/Moskva"));
  EXPECT_EQ(LocalDate(Instant{}, kMoscow), 1970y / 1 / 1) << "and goes on with a known one";
}

}  // namespace
}  // namespace okno

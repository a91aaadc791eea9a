// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "time/time.h"

namespace okno {
namespace {

using namespace std::chrono;

TEST(Instant, IsWrittenInUtcWithOnlyTheNeededFraction) {
  const Instant noon = sys_days{2026y / 11 / 23} + 9h + 15min;
  EXPECT_EQ(FormatInstant(noon), "2026-11-23T09:15:00Z");
  EXPECT_EQ(FormatInstant(noon + 123ms), "2026-11-23T09:15:00.123Z");
  EXPECT_EQ(FormatInstant(noon + 123us), "2026-11-23T09:15:00.000123Z");
  EXPECT_EQ(FormatInstant(Instant{} - 1us), "1969-12-31T23:59:59.999999Z");
}

TEST(Instant, IsReadWithAnyOffset) {
  struct Case {
    std::string_view text, utc;
  };
  for (const auto& [text, utc] : {
           Case{"2026-11-23T09:15:00Z", "2026-11-23T09:15:00Z"},
           Case{"2026-11-23t09:15:00.5z", "2026-11-23T09:15:00.500Z"},
           Case{"2026-11-23T12:15:00.123+03:00", "2026-11-23T09:15:00.123Z"},
           Case{"2026-01-01T00:30:00+05:30", "2025-12-31T19:00:00Z"},
           Case{"2025-12-31T23:00:00-02:00", "2026-01-01T01:00:00Z"},
           Case{"2026-11-23 09:15:00.123456789Z", "2026-11-23T09:15:00.123456Z"},
       }) {
    ASSERT_TRUE(ParseInstant(text)) << text;
    EXPECT_EQ(FormatInstant(*ParseInstant(text)), utc) << text;
  }
}

TEST(Instant, RefusesWhatIsNoMoment) {
  for (auto text :
       {"", "2026-11-23", "2026-11-23T09:15Z", "2026-11-23T09:15:00", "2026-02-30T09:15:00Z",
        "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z", "2026-11-23T09:15:60Z",
        "2026-11-23T09:15:00.Z", "2026-11-23T09:15:00+3:00", "2026-11-23T09:15:00+24:00",
        "2026-11-23T09:15:00Z ", "26-11-23T09:15:00Z", "2026-11-23T09:15:00+03:60"}) {
    EXPECT_FALSE(ParseInstant(text)) << text;
  }
}

TEST(Date, IsReadAndWritten) {
  EXPECT_EQ(ParseDate("2024-02-29"), 2024y / 2 / 29);
  EXPECT_EQ(FormatDate(2026y / 1 / 5), "2026-01-05");
  EXPECT_EQ(FormatDate(7y / 12 / 31), "0007-12-31");
  EXPECT_EQ(FormatDate(12026y / 1 / 5), "12026-01-05");
  EXPECT_EQ(FormatDateRu(2026y / 11 / 23), "23.11.2026");
  EXPECT_EQ(FormatDateLongRu(2026y / 11 / 23), "23 ноября 2026 г.");
  EXPECT_EQ(FormatDateLongRu(2026y / 5 / 9), "9 мая 2026 г.");
}

TEST(Date, RefusesDaysThatDoNotExist) {
  for (auto text :
       {"2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "0001-01-01",
        "0999-12-31", "2026-1-1", "23.11.2026", "2026-11-23 ", " 2026-11-23", "2026/11/23", ""}) {
    EXPECT_FALSE(ParseDate(text)) << text;
  }
}

TEST(Clock, ByHandStandsUntilMoved) {
  ManualClock clock(sys_days{2026y / 1 / 1});
  clock.Advance(90s);
  EXPECT_EQ(FormatInstant(clock.Now()), "2026-01-01T00:01:30Z");
}

TEST(Clock, OfTheSystemGoesForward) {
  const SystemClock clock;
  const auto before = clock.Now();
  EXPECT_LE(before, clock.Now());
}

}  // namespace
}  // namespace okno

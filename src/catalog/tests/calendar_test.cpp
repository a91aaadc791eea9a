// SPDX-License-Identifier: Apache-2.0
#include "catalog/calendar.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace okno::catalog {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

WorkingCalendar Calendar() {
  return WorkingCalendar::Load(OKNO_SOURCE_DIR "/content/calendars/ru.yaml");
}

Date Day(const std::string& text) { return ParseDate(text).value(); }

// A second implementation, written down as the days themselves: what the printed calendars show as
// days off.
class PrintedCalendar {
 public:
  bool IsWorking(Date day) const {
    const auto text = FormatDate(day);
    if (kOff.contains(text) || kHolidays.contains(text.substr(5))) return false;
    if (kWorkedSaturdays.contains(text)) return true;
    // Zeller's congruence, so that not even the week is shared with the code under test.
    int y = static_cast<int>(day.year());
    int m = static_cast<int>(static_cast<unsigned>(day.month()));
    const int d = static_cast<int>(static_cast<unsigned>(day.day()));
    if (m < 3) m += 12, --y;
    const int h = (d + 13 * (m + 1) / 5 + y % 100 + y % 100 / 4 + y / 100 / 4 + 5 * (y / 100)) % 7;
    return h > 1;  // 0 Saturday, 1 Sunday
  }

  Date Planned(const Term& term, Date registered) const {
    auto day = sys_days(registered);
    for (int done = 0; done < term.amount;) {
      day += days(1);
      if (term.kind != TermKind::kWorkingDays || IsWorking(Date(day))) {
        done += term.kind == TermKind::kHours ? 24 : 1;
      }
    }
    while (!IsWorking(Date(day))) day += days(1);
    return day;
  }

 private:
  const std::set<std::string> kHolidays = {"01-01", "01-02", "01-03", "01-04", "01-05",
                                           "01-06", "01-07", "01-08", "02-23", "03-08",
                                           "05-01", "05-09", "06-12", "11-04"};
  const std::set<std::string> kOff = {
      "2024-04-29", "2024-04-30", "2024-05-10", "2024-12-30", "2024-12-31", "2025-05-02",
      "2025-05-08", "2025-06-13", "2025-11-03", "2025-12-31", "2026-01-09", "2026-03-09",
      "2026-05-11", "2026-12-31", "2027-05-03", "2027-05-10", "2027-06-14"};
  const std::set<std::string> kWorkedSaturdays = {"2024-04-27", "2024-11-02", "2024-12-28",
                                                  "2025-11-01"};
};

TEST(Calendar, AgreesWithThePrintedCalendarsOnEveryDay) {
  const auto calendar = Calendar();
  const PrintedCalendar printed;
  for (auto day = sys_days(Day("2024-01-01")); day <= sys_days(Day("2027-12-31")); day += days(1)) {
    EXPECT_EQ(calendar.IsWorking(Date(day)), printed.IsWorking(Date(day))) << FormatDate(day);
  }
}

TEST(Calendar, HasTheNumberOfWorkingDaysOfThePrintedCalendars) {
  const auto calendar = Calendar();
  EXPECT_EQ(calendar.WorkingDaysBetween(Day("2023-12-31"), Day("2024-12-31")), 248);
  EXPECT_EQ(calendar.WorkingDaysBetween(Day("2024-12-31"), Day("2025-12-31")), 247);
  EXPECT_EQ(calendar.WorkingDaysBetween(Day("2025-12-31"), Day("2026-12-31")), 247);
}

TEST(Calendar, YearsWithoutADecreeFollowTheLaborCode) {
  const auto calendar = Calendar();
  EXPECT_FALSE(calendar.IsWorking(Day("2035-01-08")));  // Monday, holiday
  EXPECT_TRUE(calendar.IsWorking(Day("2035-01-09")));
  EXPECT_FALSE(calendar.IsWorking(Day("2030-02-25")));  // 23 February 2030 is a Saturday
  EXPECT_TRUE(calendar.IsWorking(Day("2030-02-26")));
  EXPECT_FALSE(calendar.IsWorking(Day("2034-11-06")));  // 4 November 2034 is a Saturday
}

struct Case {
  const char* why;
  const char* registered;
  TermKind kind;
  int amount;
  const char* planned;
};
constexpr auto kW = TermKind::kWorkingDays;
constexpr auto kC = TermKind::kCalendarDays;
constexpr auto kH = TermKind::kHours;

constexpr Case kCases[] = {
    {"the term starts on the next day", "2026-11-23", kW, 1, "2026-11-24"},
    {"a working week", "2026-11-23", kW, 5, "2026-11-30"},
    {"over a weekend", "2026-11-27", kW, 1, "2026-11-30"},
    {"two weeks", "2026-11-23", kW, 10, "2026-12-07"},
    {"thirty working days into the next year", "2026-11-23", kW, 30, "2027-01-13"},
    {"none: the same day", "2026-11-23", kW, 0, "2026-11-23"},
    {"none on a Sunday: Monday", "2026-11-22", kW, 0, "2026-11-23"},
    {"registered on a Saturday", "2026-11-21", kW, 1, "2026-11-23"},
    {"registered on a Sunday", "2026-11-22", kW, 3, "2026-11-25"},
    {"over People's Unity Day", "2026-11-03", kW, 1, "2026-11-05"},
    {"registered on a holiday", "2026-11-04", kW, 1, "2026-11-05"},
    {"over the May holidays of 2026", "2026-04-30", kW, 1, "2026-05-04"},
    {"Victory Day on a Saturday moves Monday", "2026-05-08", kW, 1, "2026-05-12"},
    {"8 March on a Sunday moves Monday", "2026-03-06", kW, 1, "2026-03-10"},
    {"23 February on a Monday", "2026-02-20", kW, 1, "2026-02-24"},
    {"12 June on a Friday", "2026-06-11", kW, 1, "2026-06-15"},
    {"over the New Year of 2026", "2025-12-30", kW, 1, "2026-01-12"},
    {"the moved 9 January 2026", "2026-01-08", kW, 1, "2026-01-12"},
    {"31 December 2026 is off", "2026-12-30", kW, 1, "2027-01-11"},
    {"two days at the end of 2026", "2026-12-29", kW, 2, "2027-01-11"},
    {"the last working day of 2026", "2026-12-29", kW, 1, "2026-12-30"},
    {"over the New Year of 2025", "2024-12-28", kW, 1, "2025-01-09"},
    {"the worked Saturday of December 2024", "2024-12-27", kW, 1, "2024-12-28"},
    {"the worked Saturday of April 2024", "2024-04-26", kW, 1, "2024-04-27"},
    {"the long May holidays of 2024", "2024-04-27", kW, 1, "2024-05-02"},
    {"10 May 2024 is off", "2024-05-08", kW, 1, "2024-05-13"},
    {"the worked Saturday of November 2024", "2024-11-01", kW, 1, "2024-11-02"},
    {"4 November 2024", "2024-11-02", kW, 1, "2024-11-05"},
    {"8 March 2024 on a Friday", "2024-03-07", kW, 1, "2024-03-11"},
    {"leap day", "2024-02-28", kW, 1, "2024-02-29"},
    {"after the leap day", "2024-02-29", kW, 1, "2024-03-01"},
    {"May 2025 with two moved days", "2025-04-30", kW, 1, "2025-05-05"},
    {"8 May 2025 is off", "2025-05-07", kW, 1, "2025-05-12"},
    {"13 June 2025 is off", "2025-06-11", kW, 1, "2025-06-16"},
    {"the worked Saturday of November 2025", "2025-10-31", kW, 1, "2025-11-01"},
    {"3 November 2025 is off", "2025-11-01", kW, 1, "2025-11-05"},
    {"23 February 2025 on a Sunday was moved by decree, Monday is worked", "2025-02-21", kW, 1,
     "2025-02-24"},
    {"8 March 2025 on a Saturday was moved by decree, Monday is worked", "2025-03-07", kW, 1,
     "2025-03-10"},
    {"a year without transfers: May 2027", "2027-04-30", kW, 1, "2027-05-04"},
    {"Victory Day 2027 on a Sunday", "2027-05-07", kW, 1, "2027-05-11"},
    {"12 June 2027 on a Saturday", "2027-06-11", kW, 1, "2027-06-15"},
    {"forty-five working days", "2026-07-01", kW, 45, "2026-09-02"},
    {"a calendar day", "2026-11-23", kC, 1, "2026-11-24"},
    {"ten calendar days", "2026-11-23", kC, 10, "2026-12-03"},
    {"thirty calendar days", "2026-11-23", kC, 30, "2026-12-23"},
    {"a term ending on a Saturday", "2026-11-23", kC, 5, "2026-11-30"},
    {"a term ending on a Sunday", "2026-11-23", kC, 6, "2026-11-30"},
    {"a term ending on Monday", "2026-11-23", kC, 7, "2026-11-30"},
    {"ending on the New Year", "2026-12-02", kC, 30, "2027-01-11"},
    {"ending on Christmas", "2025-12-08", kC, 30, "2026-01-12"},
    {"ending on the moved 9 January", "2025-12-10", kC, 30, "2026-01-12"},
    {"ending on a worked Saturday", "2024-11-28", kC, 30, "2024-12-28"},
    {"ending on Victory Day 2026", "2026-04-09", kC, 30, "2026-05-12"},
    {"ending on 29 February", "2024-01-30", kC, 30, "2024-02-29"},
    {"ending on 8 March 2026", "2026-02-06", kC, 30, "2026-03-10"},
    {"a calendar year", "2025-06-16", kC, 365, "2026-06-16"},
    {"zero calendar days on a holiday", "2026-06-12", kC, 0, "2026-06-15"},
    {"ninety calendar days", "2026-08-03", kC, 90, "2026-11-02"},
    {"hours within the day", "2026-11-23", kH, 2, "2026-11-23"},
    {"a whole day of hours", "2026-11-23", kH, 24, "2026-11-24"},
    {"two days of hours", "2026-11-23", kH, 48, "2026-11-25"},
    {"hours over the weekend", "2026-11-27", kH, 24, "2026-11-30"},
    {"hours over the New Year", "2026-12-30", kH, 48, "2027-01-11"},
    {"a few hours registered on a Sunday", "2026-11-22", kH, 3, "2026-11-23"},
    {"three days of hours in May 2025", "2025-04-30", kH, 72, "2025-05-05"},
};

TEST(PlannedDate, IsAsTheTableSays) {
  const auto calendar = Calendar();
  EXPECT_GE(std::size(kCases), 60U);
  for (const auto& c : kCases) {
    const Term term{c.kind, c.amount, ""};
    EXPECT_EQ(FormatDate(PlannedDate(calendar, term, Day(c.registered))), c.planned) << c.why;
  }
}

TEST(PlannedDate, AgreesWithCountingDayByDay) {
  const auto calendar = Calendar();
  const PrintedCalendar printed;
  for (auto day = sys_days(Day("2024-01-01")); day < sys_days(Day("2027-06-01")); day += days(3)) {
    for (const auto kind : {kW, kC}) {
      for (const int amount : {0, 1, 3, 5, 10, 30, 60}) {
        const Term term{kind, amount, ""};
        EXPECT_EQ(PlannedDate(calendar, term, day), printed.Planned(term, day))
            << FormatDate(day) << " + " << amount;
      }
    }
  }
}

TEST(Calendar, CountsWorkingDaysBothWays) {
  const auto calendar = Calendar();
  EXPECT_EQ(calendar.WorkingDaysBetween(Day("2026-11-23"), Day("2026-11-23")), 0);
  EXPECT_EQ(calendar.WorkingDaysBetween(Day("2026-11-20"), Day("2026-11-23")), 1);
  EXPECT_EQ(calendar.WorkingDaysBetween(Day("2026-11-23"), Day("2026-11-20")), -1);
  EXPECT_EQ(calendar.WorkingDaysBetween(Day("2026-11-20"), Day("2026-11-22")), 0);
  EXPECT_EQ(calendar.WorkingDaysBetween(Day("2026-12-30"), Day("2027-01-11")), 1);
}

TEST(Calendar, RefusesANegativeTerm) {
  EXPECT_THROW((void)Calendar().AddWorkingDays(Day("2026-11-23"), -1), std::invalid_argument);
}

}  // namespace
}  // namespace okno::catalog

// SPDX-License-Identifier: Apache-2.0
#include "catalog/calendar.h"
#include "content_files/yaml.h"

namespace okno::catalog {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

bool IsWeekend(sys_days day) {
  const weekday name(day);
  return name == std::chrono::Saturday || name == std::chrono::Sunday;
}

Date ReadDay(const yaml::Node& node) {
  const auto day = ParseDate(node.Text());
  if (!day) node.Fail("a day YYYY-MM-DD is expected here");
  return *day;
}

// "01-07": a day of any year.
std::chrono::month_day ReadHoliday(const yaml::Node& node) {
  const auto day = ParseDate("2000-" + node.Text());
  if (!day) node.Fail("a day MM-DD is expected here");
  return day->month() / day->day();
}

struct Move {
  sys_days from, to;
};

// The decrees' days off: "from" is worked instead unless it is a holiday.
std::vector<Move> ReadMoves(const yaml::Node& years) {
  std::vector<Move> moves;
  for (const auto& item : years.Items()) {
    yaml::Members members(item);
    const auto of = year(members.Get("year").Integer());
    members.Texts("basis");
    for (const auto& pair : members.Get("moved").Items()) {
      yaml::Members move(pair);
      const auto from = ReadDay(move.Get("from"));
      const auto to = ReadDay(move.Get("to"));
      if (from.year() != of || to.year() != of) pair.Fail("the day is not of this year");
      if (!IsWeekend(sys_days(from))) pair.Fail("'from' is not a Saturday or Sunday");
      moves.push_back({sys_days(from), sys_days(to)});
      move.Finish();
    }
    members.Finish();
  }
  return moves;
}

}  // namespace

WorkingCalendar WorkingCalendar::Load(const std::string& path) {
  const auto file = yaml::ReadFile(path);
  yaml::Members members(file);
  WorkingCalendar calendar;
  std::vector<std::chrono::month_day> holidays;
  for (const auto& item : members.Get("holidays").Items()) holidays.push_back(ReadHoliday(item));
  const auto moves = ReadMoves(members.Get("years"));
  members.Text("country");
  members.Finish();

  auto& exceptions = calendar.exceptions_;
  for (int y = kFirstYear; y <= kLastYear; ++y) {
    for (const auto holiday : holidays) exceptions[sys_days(year(y) / holiday)] = false;
  }
  std::map<sys_days, bool> moved_by_decree;
  for (const auto& move : moves) {
    moved_by_decree[move.from] = true;
    exceptions.emplace(move.from, true);  // a holiday stays one
    exceptions[move.to] = false;
  }
  // ТК РФ art. 112: a day off that falls on a holiday outside January moves to the next working day
  // by itself, unless the decree of the year has moved it elsewhere.
  for (int y = kFirstYear; y <= kLastYear; ++y) {
    for (const auto holiday : holidays) {
      const sys_days day(year(y) / holiday);
      if (holiday.month() == std::chrono::January || !IsWeekend(day)) continue;
      if (!moved_by_decree.contains(day)) {
        exceptions[sys_days(calendar.NextWorking(Date(day)))] = false;
      }
    }
  }
  return calendar;
}

}  // namespace okno::catalog

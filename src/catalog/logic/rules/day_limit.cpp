// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/day_limit.h"

#include <charconv>

namespace okno::catalog {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::years;

Date Existing(Date day) {
  return day.ok() ? day : Date(day.year() / day.month() / std::chrono::last);
}

std::optional<Date> Moved(Date today, int count, char unit) {
  if (unit == 'd') return Date(sys_days(today) + days(count));
  if (unit == 'm') return Existing(today + months(count));
  if (unit == 'y') return Existing(today + years(count));
  return std::nullopt;
}

}  // namespace

std::optional<Date> ReadDayLimit(std::string_view limit, Date today) {
  constexpr std::string_view kToday = "today";
  if (!limit.starts_with(kToday)) return ParseDate(limit);
  limit.remove_prefix(kToday.size());
  if (limit.empty()) return today;
  if (limit.size() < 3 || (limit[0] != '+' && limit[0] != '-')) return std::nullopt;
  int count = 0;
  const auto* end = limit.data() + limit.size() - 1;
  const auto read = std::from_chars(limit.data() + 1, end, count);
  if (read.ec != std::errc() || read.ptr != end || count < 0 || count > 100000) return std::nullopt;
  return Moved(today, limit[0] == '-' ? -count : count, limit.back());
}

}  // namespace okno::catalog

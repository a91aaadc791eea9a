// SPDX-License-Identifier: Apache-2.0
#include "catalog/calendar.h"

#include <stdexcept>

namespace okno::catalog {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

bool WorkingCalendar::IsWorking(Date day) const {
  const auto exception = exceptions_.find(sys_days(day));
  if (exception != exceptions_.end()) return exception->second;
  const weekday name{sys_days(day)};
  return name != std::chrono::Saturday && name != std::chrono::Sunday;
}

Date WorkingCalendar::NextWorking(Date day) const {
  while (!IsWorking(day)) day = sys_days(day) + days(1);
  return day;
}

Date WorkingCalendar::AddWorkingDays(Date start, int count) const {
  if (count < 0) throw std::invalid_argument("catalog: a term can not be negative");
  auto day = start;
  for (int left = count; left > 0; --left) day = NextWorking(sys_days(day) + days(1));
  return day;
}

int WorkingCalendar::WorkingDaysBetween(Date from, Date to) const {
  if (sys_days(to) < sys_days(from)) return -WorkingDaysBetween(to, from);
  int count = 0;
  for (auto day = sys_days(from) + days(1); day <= sys_days(to); day += days(1)) {
    if (IsWorking(day)) ++count;
  }
  return count;
}

Date PlannedDate(const WorkingCalendar& calendar, const Term& term, Date registered) {
  switch (term.kind) {
    case TermKind::kWorkingDays:
      return calendar.NextWorking(calendar.AddWorkingDays(registered, term.amount));
    case TermKind::kCalendarDays:
      return calendar.NextWorking(sys_days(registered) + days(term.amount));
    case TermKind::kHours:  // the hour of registration is not known here: whole days only, never
                            // later than due
      return calendar.NextWorking(sys_days(registered) + days(term.amount / 24));
  }
  throw std::logic_error("catalog: unknown kind of term");
}

}  // namespace okno::catalog

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>

#include "catalog/service.h"
#include "time/time.h"

namespace okno::catalog {

// «Производственный календарь»: which days are worked. Data in content/calendars/ru.yaml: holidays
// by law and the days off moved by decree. Years without a decree there follow ТК РФ art. 112
// alone: Saturdays, Sundays, holidays, and a day off that fell on a holiday outside January moved
// to the next working day. Holds for 1900 to 2199.
class WorkingCalendar {
 public:
  static WorkingCalendar Load(const std::string& path);
  bool IsWorking(Date day) const;
  Date NextWorking(Date day) const;  // `day` itself when it is worked
  Date AddWorkingDays(Date start,
                      int days) const;  // ГК РФ art. 191: the term starts on the next day
  int WorkingDaysBetween(Date from,
                         Date to) const;  // negative when `to` is earlier; 0 on the same day

 private:
  std::map<std::chrono::sys_days, bool>
      exceptions_;  // day -> worked, where it differs from the week's rule
};

// Last day of a term that starts with registration on `registered`; ending on a day off it moves to
// the next working day (ГК РФ art. 193).
Date PlannedDate(const WorkingCalendar& calendar, const Term& term, Date registered);

}  // namespace okno::catalog

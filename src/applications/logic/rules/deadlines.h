// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "applications/application.h"
#include "catalog/calendar.h"

namespace okno::applications::rules {

// When the result is promised for a case filed on `filed`. A term that the agency counts begins
// when the agency has registered the case: taken to be the next working day until the agency tells
// the day (210-ФЗ art. 16: the center hands over within one working day).
Date PlannedDate(const catalog::WorkingCalendar& calendar, const catalog::Service& service,
                 Date filed);
Date PlannedDateFromAgency(const catalog::WorkingCalendar& calendar,
                           const catalog::Service& service, Date registered);

// By when the case is due: what the receipt promised holds, whatever later day the agency names.
std::optional<Date> DueDate(const Application& application);
// What the applicant was promised.
std::optional<Date> PromisedDate(const Application& application);

// By which rule the planned date came about: a code of Messages() and its detail, the term and,
// once the agency has told it, the day of its registration. The term runs from the next day
// (ГК РФ art. 191).
struct TermBasis {
  std::string code, detail;
};
TermBasis TermBasisOf(const catalog::Service& service, std::optional<Date> registered_on);

// Last day of a rework: working days after `today`.
Date ReworkUntil(const catalog::WorkingCalendar& calendar, Date today, int working_days);

// Of what waits for its applicant no term of the service runs any more.
struct Urgency {
  std::optional<int> days_left;    // working days, negative when overdue
  std::string_view word = "none";  // "none", "normal", "soon", "overdue"
};
Urgency UrgencyOf(const catalog::WorkingCalendar& calendar, Status status,
                  std::optional<Date> due_date, Date today);

}  // namespace okno::applications::rules

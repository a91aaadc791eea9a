// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/deadlines.h"

#include <algorithm>

namespace okno::applications::rules {
namespace {

constexpr int kSoon = 3;  // working days

// Once the result is here, the term of the service has ended.
bool RunsTerm(Status status) {
  return IsOpen(status) && status != Status::kAwaitingNotice && status != Status::kReadyToIssue;
}

Date NextDay(Date date) { return Date(std::chrono::sys_days(date) + std::chrono::days(1)); }

}  // namespace

Date PlannedDate(const catalog::WorkingCalendar& calendar, const catalog::Service& service,
                 Date filed) {
  const bool counted_by_agency = service.counted_from == "agency";
  const Date start = counted_by_agency ? calendar.NextWorking(NextDay(filed)) : filed;
  return catalog::PlannedDate(calendar, service.term, start);
}

Date PlannedDateFromAgency(const catalog::WorkingCalendar& calendar,
                           const catalog::Service& service, Date registered) {
  return catalog::PlannedDate(calendar, service.term, registered);
}

std::optional<Date> DueDate(const Application& application) {
  const auto& planned = application.planned_date;
  const auto& promised = application.promised_date;
  return planned && promised ? std::min(planned, promised) : planned;
}

std::optional<Date> PromisedDate(const Application& application) {
  return application.promised_date ? application.promised_date : application.planned_date;
}

TermBasis TermBasisOf(const catalog::Service& service, std::optional<Date> registered_on) {
  const auto& term = service.term.text;
  if (service.counted_from != "agency") return {"applications.term.from_center", term};
  if (!registered_on) return {"applications.term.from_agency_to_come", term};
  return {"applications.term.from_agency", FormatDateRu(*registered_on) + ", " + term};
}

Date ReworkUntil(const catalog::WorkingCalendar& calendar, Date today, int working_days) {
  return calendar.AddWorkingDays(today, working_days);
}

Urgency UrgencyOf(const catalog::WorkingCalendar& calendar, Status status,
                  std::optional<Date> due_date, Date today) {
  if (!due_date || !RunsTerm(status)) return {};
  const int left = calendar.WorkingDaysBetween(today, *due_date);
  const bool overdue = *due_date < today;
  return {left, overdue ? "overdue" : left <= kSoon ? "soon" : "normal"};
}

}  // namespace okno::applications::rules

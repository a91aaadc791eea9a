// SPDX-License-Identifier: Apache-2.0
#include "demo/shift.h"

namespace okno::app::demo {

void Watch::Begin(Shift shift, std::size_t steps) {
  now_ = shift.from;
  step_ = (shift.until - shift.from) / static_cast<long long>(steps + 1);
}

void Watch::Pass() { now_ += step_; }

std::string Watch::Day() const { return FormatDate(LocalDate(now_, kMoscow)); }

applications::Services OnClock(const applications::Services& services, const Clock& clock) {
  return {services.db,       services.files,     clock,          services.catalog,
          services.calendar, services.templates, services.texts, services.message_schema};
}

}  // namespace okno::app::demo

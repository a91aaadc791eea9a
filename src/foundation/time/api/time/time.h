// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace okno {

using Instant = std::chrono::sys_time<std::chrono::microseconds>;  // a moment, UTC
using Date = std::chrono::year_month_day;                          // a day of the calendar, no zone

// Where "now" comes from. Use cases get it as an argument; the demo generator and tests set it by hand.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant Now() const = 0;
};
class SystemClock final : public Clock {
 public:
  Instant Now() const override;
};
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant now) : now_(now) {}
  Instant Now() const override { return now_; }
  void Set(Instant now) { now_ = now; }
  void Advance(std::chrono::microseconds by) { now_ += by; }

 private:
  Instant now_;
};

// RFC 3339 in UTC with a Z ("2026-11-23T09:15:00.123Z"); microseconds are written only when not zero.
std::string FormatInstant(Instant instant);
std::optional<Instant> ParseInstant(std::string_view text);  // any RFC 3339 offset
std::string FormatDate(Date date);                           // "2026-11-23"
std::optional<Date> ParseDate(std::string_view text);        // refuses days that do not exist
std::string FormatDateRu(Date date);                         // "23.11.2026"
std::string FormatDateLongRu(Date date);                     // "23 ноября 2026 г."

// The capital's zone: agencies count days by it.
inline constexpr char kMoscow[] = "Europe/Moscow";
// The calendar day and the wall time of a moment in an IANA zone (kMoscow). An unknown zone throws.
Date LocalDate(Instant instant, std::string_view zone);
std::string FormatLocal(Instant instant, std::string_view zone);    // "23.11.2026 12:15"
std::string FormatXsdDateTime(Instant instant, std::string_view zone);  // "2026-11-23T12:15:00.123+03:00"
// A wall time that a clock change skips is taken as the moment of the change, one that comes twice as the first.
Instant LocalMoment(Date date, std::chrono::minutes since_midnight, std::string_view zone);

}  // namespace okno

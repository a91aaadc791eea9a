// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "scan.h"
#include "time/time.h"

namespace okno {
namespace {

using namespace std::chrono;

std::string Fraction(microseconds within_second) {
  const auto count = within_second.count();
  if (count == 0) return {};
  return count % 1000 == 0 ? fmt::format(".{:03}", count / 1000) : fmt::format(".{:06}", count);
}

// Digits after the sixth are cut off.
microseconds ScanFraction(Scan& scan) {
  if (!scan.Take('.')) return microseconds{0};
  std::string digits(scan.DigitRun().substr(0, 6));
  digits.resize(6, '0');
  return microseconds{std::stol(digits)};
}

minutes ScanOffset(Scan& scan) {
  const char sign = scan.OneOf("Zz+-");
  if (sign == 'Z' || sign == 'z' || scan.failed()) return minutes{0};
  const int hour = scan.Digits(2);
  scan.OneOf(":");
  const int minute = scan.Digits(2);
  if (hour > 23 || minute > 59) scan.Fail();
  const minutes offset{hour * 60 + minute};
  return sign == '-' ? -offset : offset;
}

Date ScanDate(Scan& scan) {
  const int year_number = scan.Digits(4);
  scan.OneOf("-");
  const int month_number = scan.Digits(2);
  scan.OneOf("-");
  const int day_number = scan.Digits(2);
  return year{year_number} / month(month_number) / day(day_number);
}

bool Exists(Date date) { return date.ok() && date.year() >= year{1}; }

}  // namespace

std::string FormatInstant(Instant instant) {
  const auto midnight = floor<days>(instant);
  const hh_mm_ss time{instant - midnight};
  return fmt::format("{}T{:02}:{:02}:{:02}{}Z", FormatDate(Date{midnight}), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), Fraction(time.subseconds()));
}

std::optional<Instant> ParseInstant(std::string_view text) {
  Scan scan(text);
  const auto date = ScanDate(scan);
  scan.OneOf("Tt ");
  const hours hour{scan.Digits(2)};
  scan.OneOf(":");
  const minutes minute{scan.Digits(2)};
  scan.OneOf(":");
  const seconds second{scan.Digits(2)};
  const auto fraction = ScanFraction(scan);
  const auto offset = ScanOffset(scan);
  if (!scan.Complete() || !Exists(date)) return std::nullopt;
  if (hour > hours{23} || minute > minutes{59} || second > seconds{59}) return std::nullopt;
  return sys_days{date} + hour + minute + second + fraction - offset;
}

std::string FormatDate(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()});
}

std::optional<Date> ParseDate(std::string_view text) {
  Scan scan(text);
  const auto date = ScanDate(scan);
  if (!scan.Complete() || !Exists(date)) return std::nullopt;
  return date;
}

std::string FormatDateRu(Date date) {
  return fmt::format("{:02}.{:02}.{:04}", unsigned{date.day()}, unsigned{date.month()},
                     int{date.year()});
}

std::string FormatDateLongRu(Date date) {
  constexpr std::string_view kMonths[] = {"января",   "февраля", "марта",  "апреля",
                                          "мая",      "июня",    "июля",   "августа",
                                          "сентября", "октября", "ноября", "декабря"};
  return fmt::format("{} {} {} г.", unsigned{date.day()}, kMonths[unsigned{date.month()} - 1],
                     int{date.year()});
}

}  // namespace okno

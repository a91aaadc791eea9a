// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdlib>

#include "scan.h"
#include "time/time.h"

namespace okno {
namespace {

using namespace std::chrono;

// At least `width` digits. By hand: an answer holds a dozen moments, and fmt takes its time with
// each.
void AppendDigits(std::string& text, long number, int width) {
  char digits[20];
  int count = 0;
  for (; number > 0 || count < width; number /= 10)
    digits[count++] = static_cast<char>('0' + number % 10);
  while (count > 0) text += digits[--count];
}

void AppendFraction(std::string& text, microseconds within_second) {
  const auto count = within_second.count();
  if (count == 0) return;
  text += '.';
  count % 1000 == 0 ? AppendDigits(text, count / 1000, 3) : AppendDigits(text, count, 6);
}

void AppendPart(std::string& text, char before, long number) {
  text += before;
  AppendDigits(text, number, 2);
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

// An earlier year is a slip; and the morning of 0001-01-01 in Moscow lies before our era in UTC,
// which PostgreSQL refuses.
bool Exists(Date date) { return date.ok() && date.year() >= year{1000}; }

}  // namespace

std::string FormatInstant(Instant instant) {
  const auto midnight = floor<days>(instant);
  const hh_mm_ss time{instant - midnight};
  auto text = FormatDate(Date{midnight});
  AppendPart(text, 'T', time.hours().count());
  AppendPart(text, ':', time.minutes().count());
  AppendPart(text, ':', time.seconds().count());
  AppendFraction(text, time.subseconds());
  return text += 'Z';
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
  const int year = int{date.year()};
  std::string text;
  text.reserve(sizeof "2026-11-26T10:15:00.123456Z");
  if (year < 0) text += '-';
  AppendDigits(text, std::abs(year), year < 0 ? 3 : 4);
  AppendPart(text, '-', unsigned{date.month()});
  AppendPart(text, '-', unsigned{date.day()});
  return text;
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

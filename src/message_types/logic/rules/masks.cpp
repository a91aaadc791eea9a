// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/masks.h"

#include <algorithm>

#include "text/strings.h"
#include "time/time.h"

namespace okno::message_types {
namespace {

constexpr std::string_view kRussianDay = "dd.mm.yyyy";

}  // namespace

std::string IntoMask(std::string_view mask, const std::string& value) {
  if (mask == kRussianDay) {
    const auto day = ParseDate(value);
    return day ? FormatDateRu(*day) : value;
  }
  const auto digits = text::DigitsOnly(value);
  if (std::ranges::count(mask, '#') != static_cast<std::ptrdiff_t>(digits.size())) return value;
  std::string written;
  std::size_t at = 0;
  for (const char c : mask) written += c == '#' ? digits[at++] : c;
  return written;
}

std::string OutOfMask(std::string_view mask, const std::string& written) {
  if (mask == kRussianDay) {
    if (written.size() != 10 || written[2] != '.' || written[5] != '.') return written;
    const auto day = written.substr(6) + "-" + written.substr(3, 2) + "-" + written.substr(0, 2);
    return ParseDate(day) ? day : written;
  }
  const auto digits = text::DigitsOnly(written);
  return std::ranges::count(mask, '#') == static_cast<std::ptrdiff_t>(digits.size()) ? digits
                                                                                     : written;
}

}  // namespace okno::message_types

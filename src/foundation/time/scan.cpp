// SPDX-License-Identifier: Apache-2.0
#include "scan.h"

#include <algorithm>

namespace okno {
namespace {
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
}  // namespace

int Scan::Digits(std::size_t count) {
  const auto digits = rest_.substr(0, count);
  if (digits.size() < count || !std::ranges::all_of(digits, IsDigit)) {
    failed_ = true;
    return 0;
  }
  rest_.remove_prefix(count);
  int value = 0;
  for (char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

char Scan::OneOf(std::string_view characters) {
  if (rest_.empty() || characters.find(rest_[0]) == std::string_view::npos) {
    failed_ = true;
    return '\0';
  }
  const char taken = rest_[0];
  rest_.remove_prefix(1);
  return taken;
}

bool Scan::Take(char character) {
  if (rest_.empty() || rest_[0] != character) return false;
  rest_.remove_prefix(1);
  return true;
}

std::string_view Scan::DigitRun() {
  const auto end = std::ranges::find_if_not(rest_, IsDigit);
  const auto run = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
  if (run.empty()) failed_ = true;
  rest_.remove_prefix(run.size());
  return run;
}

}  // namespace okno

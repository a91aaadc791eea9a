// SPDX-License-Identifier: Apache-2.0
#include "neighbours/treasury/identifiers.h"

#include <fmt/format.h>

#include <algorithm>

namespace okno::testbed::neighbours {

namespace {

int Remainder(std::string_view digits, int first_weight) {
  int sum = 0, weight = first_weight;
  for (const char digit : digits) {
    sum += (digit - '0') * weight;
    weight = weight % 10 + 1;
  }
  return sum % 11;
}

char KeyOf(std::string_view digits) {
  int key = Remainder(digits, 1);
  if (key == 10) key = Remainder(digits, 3);
  return static_cast<char>('0' + key % 10);
}

}  // namespace

bool HasRightKey(std::string_view uin) {
  return (uin.size() == 20 || uin.size() == 25) &&
         KeyOf(uin.substr(0, uin.size() - 1)) == uin.back();
}

std::string WithKey(std::string digits) {
  digits += KeyOf(digits);
  return digits;
}

bool IsMonotonous(std::string_view uin) {
  const auto number = uin.substr(uin.size() == 20 ? 3 : 8, 16);
  return std::all_of(number.begin(), number.end(),
                     [&](char digit) { return digit == number.front(); });
}

bool BelongsTo(std::string_view uin, std::string_view urn) {
  return uin.substr(0, 8) == fmt::format("{:08}", std::stoul(std::string(urn), nullptr, 16));
}

std::string InnOfPayer(std::string_view payer) {
  if (payer.size() != 22) return "";
  if (payer.starts_with("200")) return std::string(payer.substr(3, 10));
  if (payer.starts_with("400") || payer.starts_with("121")) return std::string(payer.substr(10));
  return "";
}

std::string PayerByPassport(std::string_view series_and_number) {
  return "101" + std::string(19 - std::min<std::size_t>(19, series_and_number.size()), '0') +
         std::string(series_and_number);
}

}  // namespace okno::testbed::neighbours

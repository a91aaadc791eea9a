// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <initializer_list>
#include <span>

#include "text/checks.h"
#include "typed.h"

namespace okno::text {
namespace {

int WeightedSum(std::string_view digits, std::span<const int> weights) {
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += DigitAt(digits, i) * weights[i];
  return sum;
}

bool SnilsFits(std::string_view digits) {
  constexpr std::string_view kLastUnchecked = "001001998";
  constexpr std::array kWeights = {9, 8, 7, 6, 5, 4, 3, 2, 1};
  if (digits.substr(0, 9) <= kLastUnchecked) return true;
  const int control = WeightedSum(digits, kWeights) % 101 % 100;
  return control == DigitAt(digits, 9) * 10 + DigitAt(digits, 10);
}

bool InnFits(std::string_view digits) {
  // The tail of one row of weights serves all three check digits.
  constexpr std::array kWeights = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  const auto fits = [&](std::size_t place) {
    const auto weights = std::span(kWeights).last(place);
    return WeightedSum(digits, weights) % 11 % 10 == DigitAt(digits, place);
  };
  return digits.size() == 10 ? fits(9) : fits(10) && fits(11);
}

bool RemainderFits(std::string_view digits, unsigned long long divisor) {
  const auto body = std::stoull(std::string(digits.substr(0, digits.size() - 1)));
  return static_cast<int>(body % divisor % 10) == DigitAt(digits, digits.size() - 1);
}

}  // namespace

Result<Snils> Snils::Parse(std::string_view typed) {
  const auto digits = TypedDigits(typed);
  if (!digits || digits->size() != 11 || AllZeros(*digits)) return Refusal::Invalid("snils.format");
  if (!SnilsFits(*digits)) return Refusal::Invalid("snils.check_digits");
  return Snils(*digits);
}

std::string Snils::formatted() const {
  const std::string_view d = digits();
  return fmt::format("{}-{}-{} {}", d.substr(0, 3), d.substr(3, 3), d.substr(6, 3), d.substr(9));
}

Result<Inn> Inn::Parse(std::string_view typed) {
  const auto digits = TypedDigits(typed);
  if (!digits || (digits->size() != 10 && digits->size() != 12) || AllZeros(*digits)) {
    return Refusal::Invalid("inn.format");
  }
  if (!InnFits(*digits)) return Refusal::Invalid("inn.check_digits");
  return Inn(*digits);
}

Result<Ogrn> Ogrn::Parse(std::string_view typed) {
  const auto digits = TypedDigits(typed);
  if (!digits || digits->size() != 13 || (digits->front() != '1' && digits->front() != '5')) {
    return Refusal::Invalid("ogrn.format");
  }
  if (!RemainderFits(*digits, 11)) return Refusal::Invalid("ogrn.check_digits");
  return Ogrn(*digits);
}

Result<Ogrnip> Ogrnip::Parse(std::string_view typed) {
  const auto digits = TypedDigits(typed);
  if (!digits || digits->size() != 15 || digits->front() != '3') {
    return Refusal::Invalid("ogrnip.format");
  }
  if (!RemainderFits(*digits, 13)) return Refusal::Invalid("ogrnip.check_digits");
  return Ogrnip(*digits);
}

}  // namespace okno::text

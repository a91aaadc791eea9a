// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/decimals.h"

namespace okno::catalog {
namespace {

struct Decimal {
  bool negative = false;
  std::string_view whole, fraction;  // without zeros at the outer ends
};

Decimal Read(std::string_view text) {
  Decimal decimal;
  if (text.starts_with('-')) decimal.negative = true, text.remove_prefix(1);
  const auto point = text.find('.');
  decimal.whole = text.substr(0, point);
  if (point != std::string_view::npos) decimal.fraction = text.substr(point + 1);
  while (decimal.whole.starts_with('0')) decimal.whole.remove_prefix(1);
  while (decimal.fraction.ends_with('0')) decimal.fraction.remove_suffix(1);
  if (decimal.whole.empty() && decimal.fraction.empty()) decimal.negative = false;
  return decimal;
}

std::strong_ordering CompareSizes(const Decimal& a, const Decimal& b) {
  if (a.whole.size() != b.whole.size()) return a.whole.size() <=> b.whole.size();
  if (a.whole != b.whole) return a.whole <=> b.whole;
  return a.fraction <=> b.fraction;
}

}  // namespace

std::strong_ordering CompareDecimals(std::string_view a, std::string_view b) {
  const auto one = Read(a);
  const auto other = Read(b);
  if (one.negative != other.negative) {
    return one.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return one.negative ? CompareSizes(other, one) : CompareSizes(one, other);
}

}  // namespace okno::catalog

// SPDX-License-Identifier: Apache-2.0
#include "neighbours/population/numbers.h"

#include <fmt/format.h>

#include <stdexcept>

#include "text/checks.h"

namespace okno::testbed::neighbours {

namespace {

// Completes `body` with the check digits that Checked wants; found by trying, so that the rules
// stand in one place, text/checks.
template <typename Checked>
std::string Complete(const std::string& body, int key_digits) {
  const int limit = key_digits == 1 ? 10 : 100;
  for (int key = 0; key < limit; ++key) {
    auto number = fmt::format("{}{:0{}}", body, key, key_digits);
    if (Checked::Parse(number)) return number;
  }
  throw std::logic_error("no check digits fit " + body);
}

}  // namespace

std::string MakeSnils(Dice& dice) { return Complete<text::Snils>("1" + dice.Digits(8), 2); }
std::string MakePersonInn(Dice& dice) { return Complete<text::Inn>("77" + dice.Digits(8), 2); }
std::string MakeEntityInn(Dice& dice) { return Complete<text::Inn>("77" + dice.Digits(7), 1); }

std::string MakeOgrn(Dice& dice) {
  return Complete<text::Ogrn>(fmt::format("1{:02}77{}", dice.Between(3, 25), dice.Digits(7)), 1);
}

std::string MakeOgrnip(Dice& dice) {
  return Complete<text::Ogrnip>(fmt::format("3{:02}77{}", dice.Between(4, 25), dice.Digits(9)), 1);
}

std::string MakePhone(Dice& dice) { return "+7800" + dice.Digits(7); }

std::string MakeFiasCode(Dice& dice) {
  const auto a = dice.Next(), b = dice.Next();
  return fmt::format("{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}", a >> 32, (a >> 16) & 0xffff,
                     a & 0xfff, b >> 52, b & 0xffffffffffffu);
}

std::string MakeCadastralNumber(Dice& dice) {
  return fmt::format("77:{:02}:{:07}:{}", dice.Between(1, 12), dice.Between(1'001, 9'000'999),
                     dice.Between(1, 9'999));
}

}  // namespace okno::testbed::neighbours

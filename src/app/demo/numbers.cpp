// SPDX-License-Identifier: Apache-2.0
#include "demo/numbers.h"

#include <initializer_list>

namespace okno::app::demo {
namespace {

int Weighted(const std::string& digits, std::initializer_list<int> weights) {
  int sum = 0;
  std::size_t at = 0;
  for (const int weight : weights) sum += weight * (digits[at++] - '0');
  return sum;
}

char Digit(int value) { return static_cast<char>('0' + value); }

}  // namespace

std::string MakeSnils(Random& random) {
  std::string snils = "1" + random.Digits(8);
  const int sum = Weighted(snils, {9, 8, 7, 6, 5, 4, 3, 2, 1}) % 101;
  const int key = sum == 100 ? 0 : sum;
  return snils + Digit(key / 10) + Digit(key % 10);
}

std::string MakePersonInn(Random& random) {
  std::string inn = "77" + random.Digits(8);
  inn += Digit(Weighted(inn, {7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10);
  inn += Digit(Weighted(inn, {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10);
  return inn;
}

std::string MakeEntityInn(Random& random) {
  const std::string inn = "77" + random.Digits(7);
  return inn + Digit(Weighted(inn, {2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10);
}

std::string MakeOgrn(Random& random) {
  const std::string ogrn = "1" + std::to_string(random.Between(15, 25)) + "77" + random.Digits(7);
  return ogrn + Digit(static_cast<int>(std::stoll(ogrn) % 11 % 10));
}

std::string MakeOgrnip(Random& random) {
  const std::string ogrnip = "3" + std::to_string(random.Between(15, 25)) + "77" + random.Digits(9);
  return ogrnip + Digit(static_cast<int>(std::stoll(ogrnip) % 13 % 10));
}

// The key digit (the ninth) makes the weighted sum over the BIK's last three digits and the account
// divisible by ten.
std::string MakeBankAccount(Random& random, const std::string& bik) {
  std::string account = "408178100" + random.Digits(11);
  account[8] = '0';
  const std::string joined = bik.substr(bik.size() - 3) + account;
  constexpr int kWeights[] = {7, 1, 3};
  int sum = 0;
  for (std::size_t at = 0; at < joined.size(); ++at)
    sum += (joined[at] - '0') * kWeights[at % 3] % 10;
  account[8] = Digit(sum % 10 * 3 % 10);
  return account;
}

std::string MakePhone(Random& random) { return "+79" + random.Digits(9); }

}  // namespace okno::app::demo

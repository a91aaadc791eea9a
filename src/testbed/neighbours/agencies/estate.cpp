// SPDX-License-Identifier: Apache-2.0
#include "neighbours/agencies/estate.h"

#include <fmt/format.h>

#include "neighbours/population/numbers.h"
#include "neighbours/population/words.h"
#include "text/strings.h"

namespace okno::testbed::neighbours {

namespace {

Estate EstateOf(const std::string& cadastral_number, const std::string& known_address, Date today) {
  Dice dice(cadastral_number, "estate");
  static const std::vector<std::string> kTypes{"premises", "premises", "building", "land"};
  Estate estate{cadastral_number, dice.Of(kTypes), known_address, "", "", {}};
  const int area = estate.type == "land" ? dice.Between(400, 2500) : dice.Between(28, 140);
  if (estate.address.empty()) estate.address = MakeAddress(dice);
  estate.area = fmt::format("{}.{}", area, dice.Between(0, 9));
  estate.value = fmt::format("{}.{:02}", area * dice.Between(900, 72'000), dice.Between(0, 99));
  estate.registered_at =
      MakeDate(dice, Date(std::chrono::year(2008), std::chrono::January, std::chrono::day(10)),
               std::chrono::sys_days(today) - std::chrono::days(400));
  return estate;
}

}  // namespace

std::variant<Estate, Rejection> FindEstate(std::string number, const std::string& address,
                                           Date today) {
  if (number.empty()) {
    if (text::DigitsOnly(address).empty())
      return Ambiguous("По адресу без номера дома найдено несколько объектов, уточните адрес");
    Dice dice(text::FoldForSearch(address), "cadastral number");
    number = MakeCadastralNumber(dice);
  }
  if (number.starts_with("00:") || number.find(":000000:") != std::string::npos ||
      number.find(":0000000:") != std::string::npos)
    return NoData("Объект недвижимости с таким кадастровым номером в ЕГРН не значится");
  return EstateOf(number, address, today);
}

}  // namespace okno::testbed::neighbours

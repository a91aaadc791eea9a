// SPDX-License-Identifier: Apache-2.0
#include "neighbours/population/derive.h"

#include "neighbours/population/numbers.h"
#include "storage/resident_store.h"

namespace okno::testbed::neighbours {

Json DerivePerson(const FullName& name, Date birth, bool male) {
  Dice dice(storage::NameKey(name.last, name.first, name.middle) + FormatDate(birth), "person");
  return {{"kind", "person"},
          {"last_name", name.last},
          {"first_name", name.first},
          {"middle_name", name.middle},
          {"birth_date", FormatDate(birth)},
          {"birth_place", MakeTown(dice)},
          {"sex", male ? "male" : "female"},
          {"citizenship", "RUS"},
          {"snils", MakeSnils(dice)},
          {"inn", MakePersonInn(dice)},
          {"registration_address", MakeAddress(dice)}};
}

Json DeriveEntity(const std::string& number) {
  Dice dice(number, "entity");
  const auto trade = MakeTradeName(dice);
  const auto head = MakeName(dice, dice.Chance(60));
  return {{"kind", "legal_entity"},
          {"full_name", "Общество с ограниченной ответственностью " + trade},
          {"short_name", "ООО " + trade},
          {"inn", number.size() == 10 ? number : MakeEntityInn(dice)},
          {"ogrn", number.size() == 13 ? number : MakeOgrn(dice)},
          {"kpp", "770101001"},
          {"head_name", head.text()},
          {"head_position", "Генеральный директор"},
          {"registration_address", MakeAddress(dice)}};
}

Json DeriveEntrepreneur(const std::string& number, Date today) {
  Dice dice(number, "entrepreneur");
  const bool male = dice.Chance(55);
  const auto name = MakeName(dice, male);
  const Date birth = MakeDate(
      dice, Date(today.year() - std::chrono::years(60), std::chrono::January, std::chrono::day(1)),
      Date(today.year() - std::chrono::years(24), std::chrono::January, std::chrono::day(1)));
  auto card = DerivePerson(name, birth, male);
  card["kind"] = "entrepreneur";
  if (number.size() == 12) card["inn"] = number;
  card["ogrn"] = number.size() == 15 ? number : MakeOgrnip(dice);
  return card;
}

}  // namespace okno::testbed::neighbours

// SPDX-License-Identifier: Apache-2.0
#include "neighbours/population/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace okno::testbed::neighbours {

namespace {

using Words = std::vector<std::string>;

struct First {
  std::string name, son, daughter;  // with the patronymics made of it
};
const std::vector<First> kMen{{"Александр", "Александрович", "Александровна"},
                              {"Сергей", "Сергеевич", "Сергеевна"},
                              {"Дмитрий", "Дмитриевич", "Дмитриевна"},
                              {"Андрей", "Андреевич", "Андреевна"},
                              {"Алексей", "Алексеевич", "Алексеевна"},
                              {"Иван", "Иванович", "Ивановна"},
                              {"Михаил", "Михайлович", "Михайловна"},
                              {"Николай", "Николаевич", "Николаевна"},
                              {"Павел", "Павлович", "Павловна"},
                              {"Виктор", "Викторович", "Викторовна"},
                              {"Пётр", "Петрович", "Петровна"},
                              {"Илья", "Ильич", "Ильинична"},
                              {"Юрий", "Юрьевич", "Юрьевна"},
                              {"Олег", "Олегович", "Олеговна"}};
const Words kWomen{"Анна",  "Мария",    "Елена",   "Ольга",     "Наталья", "Татьяна",
                   "Ирина", "Светлана", "Людмила", "Екатерина", "Юлия",    "Вера"};
const Words kSurnames{"Абрамов", "Белоусов",   "Воронцов", "Горбунов", "Данилов", "Ершов",
                      "Жданов",  "Зимин",      "Игнатов",  "Корнилов", "Лаптев",  "Муравьёв",
                      "Носков",  "Овчинников", "Панов",    "Рожков",   "Суханов", "Трофимов"};
const Words kTowns{"г. Приреченск", "г. Приреченск", "г. Приреченск", "г. Заозёрск",
                   "г. Новолесье",  "пгт. Речной",   "с. Берёзовка"};
const Words kStreets{"Ленина", "Мира",     "Советская", "Садовая",
                     "Лесная", "Гагарина", "Школьная",  "Победы"};
const Words kTrades{"Ромашка",  "Приречье", "Восход", "Мастер",
                    "Горизонт", "Исток",    "Берег",  "Альтаир"};
const std::vector<Activity> kActivities{
    {"47.11", "Торговля розничная преимущественно пищевыми продуктами в магазинах"},
    {"10.71", "Производство хлеба и мучных кондитерских изделий"},
    {"41.20", "Строительство жилых и нежилых зданий"},
    {"49.41", "Деятельность автомобильного грузового транспорта"},
    {"62.01", "Разработка компьютерного программного обеспечения"},
    {"56.10", "Деятельность ресторанов и услуги по доставке продуктов питания"},
    {"68.20", "Аренда и управление собственным недвижимым имуществом"}};

std::string Feminine(const std::string& surname) { return surname + "а"; }

std::string Masculine(const std::string& surname) {
  return surname.ends_with("ова") || surname.ends_with("ева") || surname.ends_with("ёва") ||
                 surname.ends_with("ина")
             ? surname.substr(0, surname.size() - std::string("а").size())
             : surname;
}

}  // namespace

FullName MakeName(Dice& dice, bool male) {
  const auto& surname = dice.Of(kSurnames);
  const auto& father = dice.Of(kMen);
  if (male) return {surname, dice.Of(kMen).name, father.son};
  return {Feminine(surname), dice.Of(kWomen), father.daughter};
}

FullName MakeFather(Dice& dice, const FullName& child, bool child_male) {
  auto father = MakeName(dice, true);
  father.last = child_male ? child.last : Masculine(child.last);
  const auto known = std::find_if(kMen.begin(), kMen.end(), [&](const First& first) {
    return first.son == child.middle || first.daughter == child.middle;
  });
  if (known != kMen.end()) father.first = known->name;
  return father;
}

FullName MakeMother(Dice& dice, const FullName& child, bool child_male) {
  auto mother = MakeName(dice, false);
  mother.last = child_male && child.last.ends_with("в") ? Feminine(child.last) : child.last;
  return mother;
}

std::string MakeTown(Dice& dice) { return dice.Of(kTowns); }

std::string MakeAddress(Dice& dice) {
  return fmt::format("Приреченская обл., {}, ул. {}, д. {}, кв. {}", dice.Of(kTowns),
                     dice.Of(kStreets), dice.Between(1, 120), dice.Between(1, 180));
}

std::string MakeTradeName(Dice& dice) {
  return fmt::format("«{}-{}»", dice.Of(kTrades), dice.Between(1, 999));
}

Date MakeDate(Dice& dice, Date from, Date to) {
  const auto first = std::chrono::sys_days(from), last = std::chrono::sys_days(to);
  if (last <= first) return to;
  return first + std::chrono::days(dice.Between(0, static_cast<int>((last - first).count())));
}

bool LooksMale(const FullName& name) {
  if (!name.middle.empty()) return name.middle.ends_with("ич") || name.middle.ends_with("оглы");
  return !name.last.ends_with("а") && !name.last.ends_with("я");
}

const Activity& MakeActivity(Dice& dice) { return dice.Of(kActivities); }

}  // namespace okno::testbed::neighbours

// SPDX-License-Identifier: Apache-2.0
#include "demo/people.h"

#include <fmt/format.h>

#include "demo/numbers.h"

namespace okno::app::demo {
namespace {

using Words = std::vector<std::string>;

const Words kMaleNames = {"Александр", "Сергей", "Дмитрий", "Андрей",   "Алексей",
                          "Максим",    "Иван",   "Михаил",  "Николай",  "Павел",
                          "Роман",     "Виктор", "Егор",    "Артём",    "Кирилл",
                          "Тимур",     "Ильдар", "Руслан",  "Григорий", "Фёдор"};
const Words kFemaleNames = {"Анна",     "Мария",   "Елена",    "Ольга",     "Наталья",
                            "Татьяна",  "Ирина",   "Светлана", "Екатерина", "Юлия",
                            "Марина",   "Людмила", "Галина",   "Дарья",     "Алина",
                            "Гульнара", "Альфия",  "Вера",     "Надежда",   "Полина"};
const Words kMaleMiddle = {"Александрович", "Сергеевич",  "Дмитриевич", "Андреевич", "Алексеевич",
                           "Иванович",      "Михайлович", "Николаевич", "Павлович",  "Викторович",
                           "Петрович",      "Ильич",      "Юрьевич",    "Олегович",  "Рашидович"};
const Words kFemaleMiddle = {"Александровна", "Сергеевна",  "Дмитриевна", "Андреевна", "Алексеевна",
                             "Ивановна",      "Михайловна", "Николаевна", "Павловна",  "Викторовна",
                             "Петровна",      "Ильинична",  "Юрьевна",    "Олеговна",  "Рашидовна"};
// The masculine form; the feminine follows from its ending.
const Words kSurnames = {
    "Иванов",      "Смирнов",   "Кузнецов",   "Попов",      "Васильев", "Петров",     "Соколов",
    "Михайлов",    "Новиков",   "Фёдоров",    "Морозов",    "Волков",   "Алексеев",   "Лебедев",
    "Семёнов",     "Егоров",    "Павлов",     "Козлов",     "Степанов", "Николаев",   "Орлов",
    "Андреев",     "Макаров",   "Никитин",    "Захаров",    "Зайцев",   "Соловьёв",   "Борисов",
    "Яковлев",     "Григорьев", "Романов",    "Воробьёв",   "Сергеев",  "Кузьмин",    "Фролов",
    "Александров", "Дмитриев",  "Королёв",    "Гусев",      "Киселёв",  "Ильин",      "Максимов",
    "Поляков",     "Сорокин",   "Виноградов", "Ковалёв",    "Белов",    "Медведев",   "Антонов",
    "Тарасов",     "Жуков",     "Баранов",    "Филиппов",   "Комаров",  "Давыдов",    "Беляев",
    "Герасимов",   "Богданов",  "Осипов",     "Сидоров",    "Матвеев",  "Титов",      "Марков",
    "Миронов",     "Крылов",    "Куликов",    "Карпов",     "Власов",   "Мельников",  "Денисов",
    "Гаврилов",    "Тихонов",   "Казаков",    "Афанасьев",  "Данилов",  "Савельев",   "Тимофеев",
    "Фомин",       "Чернов",    "Абрамов",    "Мартынов",   "Ефимов",   "Федотов",    "Щербаков",
    "Назаров",     "Калинин",   "Исаев",      "Чернышёв",   "Быков",    "Маслов",     "Родионов",
    "Коновалов",   "Лазарев",   "Воронин",    "Климов",     "Филатов",  "Хабибуллин", "Гарипов",
    "Сафин",       "Закиров",   "Бельский",   "Вишневский", "Заречный", "Полевой"};
const Words kTowns = {"г. Приреченск", "г. Приреченск", "г. Приреченск", "г. Приреченск",
                      "г. Заозёрск",   "г. Заозёрск",   "г. Новолесье",  "пгт. Речной",
                      "с. Берёзовка",  "с. Кленовое"};
const Words kStreets = {"Ленина",      "Мира",       "Советская",     "Садовая",
                        "Набережная",  "Молодёжная", "Гагарина",      "Пушкина",
                        "Школьная",    "Лесная",     "Заводская",     "Победы",
                        "Октябрьская", "Строителей", "Комсомольская", "Чехова"};
const Words kTrades = {"Ромашка",  "Приречье",    "Лесстрой",    "Восход",      "Мастер",
                       "Горизонт", "Техносервис", "Хлебный дом", "Исток",       "Альтаир",
                       "Прогресс", "Новый век",   "Берег",       "Агрокомплекс"};

std::string Feminine(const std::string& surname) {
  if (surname.ends_with("ский") || surname.ends_with("цкий"))
    return surname.substr(0, surname.size() - 4) + "ая";
  if (surname.ends_with("ый") || surname.ends_with("ой"))
    return surname.substr(0, surname.size() - 4) + "ая";
  return surname + "а";
}

Date DaysAfter(Date day, int days) { return std::chrono::sys_days(day) + std::chrono::days(days); }

Date BirthDay(Random& random, Date today) {
  const int age = random.Chance(25) ? random.Between(60, 85) : random.Between(21, 59);
  return DaysAfter(
      Date(today.year() - std::chrono::years(age), std::chrono::January, std::chrono::day(1)),
      random.Between(0, 300));
}

// The passport in force: given at 14, 20 or 45 and some weeks after the birthday that asked for it.
Date PassportDay(Random& random, Date birth, Date today) {
  for (const int age : {45, 20, 14}) {
    const Date birthday = Date(birth.year() + std::chrono::years(age), birth.month(),
                               std::chrono::day(std::min(28u, unsigned(birth.day()))));
    const Date given = DaysAfter(birthday, random.Between(7, 60));
    if (std::chrono::sys_days(given) < std::chrono::sys_days(today)) return given;
  }
  return today;
}

Json Passport(Random& random, Date birth, Date today) {
  const Date issued = PassportDay(random, birth, today);
  return {{"kind", "passport_rf"},
          {"series", fmt::format("77{:02}", static_cast<int>(issued.year()) % 100)},
          {"number", fmt::format("{:06}", random.Between(100'001, 999'999))},
          {"issued_by", random.Chance(50) ? "УМВД России по Приреченской области"
                                          : "Отделом УФМС России по Приреченской области"},
          {"issuer_code", fmt::format("770-{:03}", random.Between(1, 60))},
          {"issue_date", FormatDate(issued)},
          {"country", "RUS"}};
}

std::string MailOf(Random& random) {
  static const Words kBoxes = {"example.ru", "example.com", "example.org"};
  return fmt::format("user{}@{}", random.Between(1000, 99999), random.Of(kBoxes));
}

}  // namespace

FullName MakeName(Random& random, bool male) {
  const auto& surname = random.Of(kSurnames);
  if (male) return {surname, random.Of(kMaleNames), random.Of(kMaleMiddle)};
  return {Feminine(surname), random.Of(kFemaleNames), random.Of(kFemaleMiddle)};
}

std::string MakeAddress(Random& random) {
  return fmt::format("Приреченская обл., {}, ул. {}, д. {}, кв. {}", random.Of(kTowns),
                     random.Of(kStreets), random.Between(1, 120), random.Between(1, 180));
}

Json MakePerson(Random& random, Date today) {
  const bool male = random.Chance(42);
  const auto name = MakeName(random, male);
  const Date birth = BirthDay(random, today);
  Json person = {{"kind", "person"},
                 {"last_name", name.last},
                 {"first_name", name.first},
                 {"middle_name", name.middle},
                 {"birth_date", FormatDate(birth)},
                 {"birth_place", random.Of(kTowns)},
                 {"sex", male ? "male" : "female"},
                 {"citizenship", "RUS"},
                 {"snils", MakeSnils(random)},
                 {"identity_document", Passport(random, birth, today)},
                 {"registration_address", MakeAddress(random)},
                 {"phone", MakePhone(random)}};
  if (random.Chance(60)) person["inn"] = MakePersonInn(random);
  if (random.Chance(40)) person["email"] = MailOf(random);
  if (random.Chance(20)) person["residence_address"] = MakeAddress(random);
  return person;
}

Json MakeEntrepreneur(Random& random, Date today) {
  Json person = MakePerson(random, today);
  person["kind"] = "entrepreneur";
  person["inn"] = MakePersonInn(random);
  person["ogrn"] = MakeOgrnip(random);
  return person;
}

Json MakeLegalEntity(Random& random) {
  const auto& trade = random.Of(kTrades);
  const auto head = MakeName(random, random.Chance(60));
  return {{"kind", "legal_entity"},
          {"full_name", fmt::format("Общество с ограниченной ответственностью «{}-{}»", trade,
                                    random.Between(1, 999))},
          {"short_name", fmt::format("ООО «{}»", trade)},
          {"inn", MakeEntityInn(random)},
          {"ogrn", MakeOgrn(random)},
          {"kpp", "770101001"},
          {"head_name", fmt::format("{} {} {}", head.last, head.first, head.middle)},
          {"head_position", "Генеральный директор"},
          {"registration_address", MakeAddress(random)},
          {"phone", MakePhone(random)},
          {"email", MailOf(random)}};
}

Json MakeApplicant(Random& random, Date today) {
  const int kind = random.Between(1, 100);
  if (kind <= 92) return MakePerson(random, today);
  return kind <= 97 ? MakeEntrepreneur(random, today) : MakeLegalEntity(random);
}

}  // namespace okno::app::demo

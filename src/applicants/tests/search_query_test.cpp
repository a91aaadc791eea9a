// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/search_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "logic/rules/changes.h"
#include "logic/rules/masks.h"

namespace okno::applicants::rules {
namespace {

using testing::ElementsAre;

TEST(SearchPatterns, TakesApartWhatIsTyped) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"", {}},
      {"  ", {}},
      {"ИВАНОВ Пётр", {"%иванов%", "%петр%"}},
      {"Ив П", {"% ив%", "% п%"}},
      {"112-233-445 95", {"%11223344595%"}},
      {"8 (912) 345-67-89", {"%9123456789%"}},
      {"+7 912 345 67 89", {"%79123456789%"}},
      {"45 08 123456", {"%4508123456%"}},
      {"45", {"% 45%"}},
      {"12.03.1980", {"%d19800312%"}},
      {"Иванова 12.03.1980 4508", {"%иванова%", "%d19800312%", "%4508%"}},
      {"ООО «Ромашка»", {"%ооо%", "%ромашка%"}},
      {"II-МЮ 123456", {"%ii-мю%", "%123456%"}},
      {"100%_\\", {"%100\\%\\_\\\\%"}},
      {"31.02.1980", {"%31.02.1980%"}},
  };
  for (const auto& [typed, patterns] : cases) EXPECT_EQ(SearchPatterns(typed), patterns) << typed;
}

TEST(SearchPatterns, IgnoresWhatNobodyTypes) {
  EXPECT_TRUE(SearchPatterns(std::string(201, 'a')).empty());
  EXPECT_EQ(SearchPatterns("a b c d e f g h").size(), 6U);
}

TEST(SearchKeys, HoldWordsNumbersAndTheBirthDate) {
  Applicant card;
  card.last_name = "Ёлкина";
  card.first_name = "Анна";
  card.birth_date = ParseDate("1980-03-12");
  card.snils = "11223344595";
  card.phone = "+79123456789";
  card.identity_document =
      IdentityDocument{.kind = "passport_rf", .series = "4508", .number = "123456"};
  card.other_documents = {
      IdentityDocument{.kind = "birth_certificate", .series = "II-МЮ", .number = "654321"}};
  EXPECT_EQ(SearchKeys(card),
            " елкина анна 4508123456 ii-мю 654321 11223344595 79123456789 d19800312");
}

TEST(Masks, HideAllButTheTail) {
  EXPECT_EQ(MaskedSnils("11223344595"), "•••-•••-••5 95");
  EXPECT_EQ(MaskedPhone("+79123456789"), "+7 ••• •••-67-89");
  EXPECT_EQ(MaskedPhone("+375291234567"), "+••• •••-45-67");
  EXPECT_EQ(MaskedSnils(""), "");
}

TEST(CityOf, FindsTheSettlement) {
  EXPECT_EQ(CityOf("Приреченская обл., г. Приреченск, ул. Мира, д. 5, кв. 3"), "Приреченск");
  EXPECT_EQ(CityOf("Приреченская обл., с. Заречное, ул. Мира, д. 5"), "Заречное");
  EXPECT_EQ(CityOf("ул. Мира, д. 5"), "");
}

TEST(Changes, NameFieldsWithOldAndNewValues) {
  Applicant before;
  before.last_name = "Иванова";
  before.phone = "+79123456789";
  Applicant after = before;
  after.last_name = "Петрова";
  after.identity_document = IdentityDocument{.kind = "passport_rf",
                                             .series = "4508",
                                             .number = "123456",
                                             .issue_date = ParseDate("2025-04-01")};
  EXPECT_EQ(Changes(before, after),
            Json::parse(R"([{"field":"last_name","old":"Иванова","new":"Петрова"},
              {"field":"identity_document","old":"","new":"паспорт 4508 123456 от 01.04.2025"}])"));
  EXPECT_TRUE(Changes(after, after).empty());
}

}  // namespace
}  // namespace okno::applicants::rules

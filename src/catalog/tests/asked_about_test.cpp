// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "catalog/content.h"
#include "catalog/forms.h"
#include "catalog/obtainable.h"

namespace okno::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Service& Shipped(const std::string& code) {
  static const auto services = ReadServices(OKNO_SOURCE_DIR "/content");
  return *std::ranges::find(services, code, &Service::code);
}

// "Ребёнок 1: Пётр" of each person whom the document is asked about; "none" when the answers do
// not need it.
std::vector<std::string> AskedFor(const std::string& service, const std::string& item,
                                  const Json& form) {
  const Json applicant = {{"id", "1"}, {"kind", "person"}, {"first_name", "Мария"}};
  for (const auto& rule : ChecklistFor(Shipped(service), form, applicant)) {
    if (rule.code != item) continue;
    std::vector<std::string> asked;
    for (const auto& [role, card] : rule.persons) {
      const bool own = card.contains("id");
      asked.push_back((own ? "заявитель" : role) + ": " + card.value("first_name", "?"));
    }
    return asked;
  }
  return {"none"};
}

const Json kFamily = {
    {"has_second_parent", true},
    {"second_parent", {{"last_name", "Калинин"}, {"first_name", "Олег"}}},
    {"children",
     {{{"first_name", "Пётр"}, {"born_abroad", false}, {"relation", "own"}},
      {{"first_name", "Анна"}, {"born_abroad", true}, {"relation", "ward"}},
      {{"last_name", "Калинина"}, {"born_abroad", false}, {"relation", "own"}}}}};

TEST(AskedAbout, AreThePeopleWhomTheAnswersName) {
  const auto asked = [](const char* item) {
    return AskedFor("large-family-certificate", item, kFamily);
  };
  // Born abroad is registered nowhere here; who is not named yet is wanted all the same.
  EXPECT_THAT(asked("birth_records"), ElementsAre("Ребёнок 1: Пётр", "Ребёнок 3: ?"));
  EXPECT_THAT(asked("guardianship"), ElementsAre("Ребёнок 2: Анна"));
  EXPECT_THAT(asked("registration_check"),
              ElementsAre("заявитель: Мария", "Второй родитель: Олег", "Ребёнок 1: Пётр",
                          "Ребёнок 2: Анна", "Ребёнок 3: ?"));
  EXPECT_THAT(AskedFor("large-family-certificate", "birth_records", Json::object()),
              ElementsAre("none"));
}

TEST(AskedAbout, MayBeWhomTheFormItselfNames) {
  const Json form = {{"first_name", "Пётр"}, {"last_name", "Калинин"}};
  EXPECT_THAT(AskedFor("kindergarten-enrollment", "address_check", form),
              ElementsAre("Ребёнок: Пётр"));
  const Json born = {{"father_basis", "marriage"}, {"mother", {{"first_name", "Мария"}}}};
  EXPECT_THAT(AskedFor("birth-registration", "marriage_record", born), ElementsAre("Мать: Мария"));
}

TEST(AskedAbout, IsNobodyInParticularWhereTheDocumentDoesNotTell) {
  EXPECT_THAT(AskedFor("veteran-monthly-payment", "registration_check", Json::object()),
              IsEmpty());
}

TEST(AskedAbout, TakesWhatTheCardKnowsOfAPersonAndNothingElse) {
  const Json form = {{"children",
                      {{{"last_name", "Калинин"},
                        {"birth_date", "2019-03-02"},
                        {"snils", "112-233-445 95"},
                        {"born_abroad", false},
                        {"relation", "own"}}}}};
  for (const auto& rule : ChecklistFor(Shipped("large-family-certificate"), form, Json::object())) {
    if (rule.code != "birth_records") continue;
    ASSERT_EQ(rule.persons.size(), 1U);
    EXPECT_EQ(rule.persons[0].card, (Json{{"kind", "person"},
                                          {"last_name", "Калинин"},
                                          {"birth_date", "2019-03-02"},
                                          {"snils", "11223344595"}}));
  }
}

}  // namespace
}  // namespace okno::catalog

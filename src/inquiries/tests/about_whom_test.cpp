// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/about_whom.h"

#include <gtest/gtest.h>

namespace okno::inquiries::rules {
namespace {

const std::map<std::string, std::string> kNamed = {{"/Person/LastName", "/last_name"},
                                                   {"/Person/FirstName", "/first_name"},
                                                   {"/Person/Patronymic", "/middle_name"},
                                                   {"/Person/Birth", "/birth_date"},
                                                   {"/Snils", "/snils"},
                                                   {"/Series", "/identity_document/series"}};
const Json kCard = {{"last_name", "Семёнова"},    {"first_name", "Мария"},
                    {"middle_name", "Ильинична"}, {"birth_date", "1980-03-12"},
                    {"snils", "112-233-445 95"},  {"identity_document", {{"series", "7796"}}}};

TEST(OtherPerson, IsWhoeverTheTypedDataAreOf) {
  const auto typed = [](const Json& person, const Json& rest = Json::object()) {
    Json form = rest;
    form["Person"] = person;
    return OtherPerson(form, kNamed, kCard);
  };
  EXPECT_EQ(typed({{"LastName", "Семёнова"}, {"FirstName", "Мария"}}), "");
  EXPECT_EQ(typed({{"LastName", " СЕМЕНОВА "}, {"Birth", "1980-03-12"}}), "");
  EXPECT_EQ(typed(Json::object()), "");
  EXPECT_EQ(typed({{"LastName", "Семёнова"}, {"FirstName", "Яна"}, {"Patronymic", "Олеговна"}}),
            "Семёнова Я. О.");
  EXPECT_EQ(typed({{"LastName", "Попова"}}), "Попова");
  EXPECT_EQ(typed({{"LastName", "Семёнова"}, {"FirstName", "Мария"}, {"Birth", "2012-01-05"}}),
            "Семёнова М.");
  EXPECT_EQ(typed({{"LastName", "Семёнова"}}, {{"Snils", "11223344595"}}), "");
  EXPECT_EQ(typed({{"LastName", "Семёнова"}}, {{"Snils", "087-654-303 00"}}), "Семёнова");
  // Another passport of the same person: an earlier one may be asked about.
  EXPECT_EQ(typed({{"LastName", "Семёнова"}}, {{"Series", "4500"}}), "");
}

TEST(OtherPerson, OfAFormWithoutNamesIsToldByItsDocument) {
  const std::map<std::string, std::string> members = {{"/Series", "/identity_document/series"}};
  EXPECT_EQ(OtherPerson({{"Series", "7796"}}, members, kCard), "");
  EXPECT_EQ(OtherPerson({{"Series", "4500"}}, members, kCard), "другое лицо");
}

// Else an answer asked for by a stranger's СНИЛС alone could be taken to a card that tells none.
TEST(IsAboutOwner, OnlyWhenTheFormNamesTheOwnerOfTheCard) {
  Json without_snils = kCard;
  without_snils.erase("snils");
  const Json in_full = {{"LastName", "Семёнова"}, {"FirstName", "Мария"}, {"Birth", "1980-03-12"}};
  const struct {
    Json form, card;
    bool is;
  } cases[] = {{{{"Snils", "11223344595"}}, kCard, true},
               {{{"Snils", "087-654-303 00"}}, kCard, false},
               {{{"Snils", "11223344595"}}, without_snils, false},
               {{{"Snils", "11223344595"}, {"Person", in_full}}, without_snils, true},
               {{{"Person", in_full}}, kCard, true},
               {{{"Person", in_full}, {"Snils", "087-654-303 00"}}, kCard, false},
               {{{"Person", {{"LastName", "Семёнова"}}}}, kCard, false},
               {Json::object(), kCard, false}};
  for (const auto& [form, card, is] : cases)
    EXPECT_EQ(IsAboutOwner(form, kNamed, card), is) << form << card;
  const std::map<std::string, std::string> by_document = {{"/No", "/identity_document/number"}};
  const Json owner = {{"identity_document", {{"number", "123456"}}}};
  EXPECT_TRUE(IsAboutOwner({{"No", "123456"}}, by_document, owner));
  EXPECT_FALSE(IsAboutOwner({{"No", "654321"}}, by_document, owner));
}

}  // namespace
}  // namespace okno::inquiries::rules

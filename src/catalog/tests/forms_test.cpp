// SPDX-License-Identifier: Apache-2.0
#include "catalog/forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "catalog/content.h"
#include "logic/service_json.h"

namespace okno::catalog {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

const Service& Shipped(const std::string& code) {
  static const auto services = ReadServices(OKNO_SOURCE_DIR "/content");
  return *std::ranges::find(services, code, &Service::code);
}

const Json kCard = Json::parse(R"({
  "kind": "person", "last_name": "Иванова", "first_name": "Анна", "citizenship": "RUS",
  "birth_date": "1985-03-12", "sex": "female", "snils": "11223344595", "phone": "+79123456789",
  "registration_address": "г. Приреченск, ул. Мира, д. 1", "residence_address": "",
  "identity_document": {"kind": "passport_rf", "series": "4508", "number": "123456",
                        "issue_date": "2005-04-01", "issuer_code": "540001"}})");

TEST(Prefill, TakesWhatTheCardKnows) {
  const auto form = Prefill(Shipped("passport-rf").form, kCard);
  EXPECT_EQ(form.at("last_name"), "Иванова");
  EXPECT_EQ(form.at("birth_date"), "1985-03-12");
  EXPECT_EQ(form.at("old_passport").at("series"), "4508");
  EXPECT_FALSE(form.contains("middle_name"));
}

TEST(Prefill, TakesTheFirstPathThatIsNotEmpty) {
  EXPECT_EQ(Prefill(Shipped("unified-allowance").form, kCard).at("residence_address"),
            "г. Приреченск, ул. Мира, д. 1");
}

TEST(Prefill, LeavesOutWhatTheFieldWouldRefuse) {
  auto card = kCard;
  card["snils"] = "11223344596";
  card["phone"] = 5;
  card["identity_document"] = "lost";
  const auto form = Prefill(Shipped("passport-rf").form, card);
  EXPECT_FALSE(form.contains("snils"));
  EXPECT_FALSE(form.contains("phone"));
  EXPECT_FALSE(form.contains("old_passport"));
}

TEST(Prefill, BringsTypedNumbersToTheStoredForm) {
  auto card = kCard;
  card["snils"] = "112-233-445 95";
  EXPECT_EQ(Prefill(Shipped("passport-rf").form, card).at("snils"), "11223344595");
}

// Who the mother is, the applicant or not, an answer says.
TEST(Prefill, LeavesAGroupThatFollowsAnAnswerToIt) {
  const auto form = Prefill(Shipped("birth-registration").form, kCard);
  EXPECT_EQ(form.at("mother"), (Json{{"citizenship", "RUS"}}));
  EXPECT_EQ(form.at("phone"), "+79123456789");
}

TEST(Prefill, StartsWithDefaults) {
  EXPECT_EQ(Prefill(Shipped("kindergarten-enrollment").form, kCard).at("regime"), "full");
}

TEST(DescribeForm, ShowsValuesAsPeopleReadThem) {
  const auto values = DescribeForm(
      Shipped("housing-subsidy").form,
      Json::parse(R"({"snils": "11223344595", "phone": "+79123456789", "tenure": "owner",
                      "property_registered": true, "area": 41.5, "monthly_payment": 612345,
                      "alone": false, "members": [{"last_name": "Иванов", "first_name": "Пётр",
                      "birth_date": "2015-03-12", "relation": "child"}]})"));
  std::vector<std::string> lines;
  for (const auto& value : values)
    lines.push_back(value.code + " | " + value.label + " | " + value.value);
  EXPECT_THAT(
      lines,
      ElementsAre(
          "/snils | СНИЛС | 112-233-445 95", "/phone | Телефон | +7 912 345-67-89",
          "/tenure | На каком основании занимает помещение | собственник",
          "/property_registered | Право зарегистрировано в ЕГРН | да",
          "/area | Общая площадь | 41,5 м²",
          "/monthly_payment | Начислено за последний месяц | "
          "6\u202f123,45\u202f₽",
          "/alone | Зарегистрирован(а) один (одна) | нет",
          "/members/0/last_name | Зарегистрированные совместно — Член семьи 1 — Фамилия | Иванов",
          "/members/0/first_name | Зарегистрированные совместно — Член семьи 1 — Имя | Пётр",
          "/members/0/birth_date | Зарегистрированные совместно — Член семьи 1 — Дата рождения | "
          "12.03.2015",
          "/members/0/relation | Зарегистрированные совместно — Член семьи 1 — Кем приходится "
          "заявителю | сын (дочь)"));
}

TEST(DescribeForm, LeavesHiddenFieldsOutAndBearsAnUnfinishedDraft) {
  const auto values = DescribeForm(Shipped("housing-subsidy").form,
                                   Json::parse(R"({"property_registered": true, "area": "сорок",
                                                   "members": 3, "tenure": ["x"]})"));
  std::vector<std::string> codes;
  for (const auto& value : values) codes.push_back(value.code);
  EXPECT_THAT(codes, ElementsAre("/tenure", "/area"));
}

TEST(DescribeForm, JoinsSeveralChoices) {
  const auto values = DescribeForm(Shipped("unified-allowance").form,
                                   Json::parse(R"({"no_income_reasons": ["student", "custody"]})"));
  ASSERT_EQ(values.size(), 1U);
  EXPECT_EQ(values[0].value, "очное обучение; лишение свободы");
}

std::vector<std::string> Codes(const std::vector<ChecklistRule>& rules) {
  std::vector<std::string> codes;
  for (const auto& rule : rules) codes.push_back(rule.code);
  return codes;
}

TEST(Checklist, FollowsFromTheAnswers) {
  const auto& service = Shipped("large-family-certificate");
  const auto plain = ChecklistFor(service, Json::parse(R"({"adult_students": false})"), kCard);
  EXPECT_THAT(Codes(plain), Not(Contains("study_paper")));
  const auto student = ChecklistFor(service, Json::parse(R"({"adult_students": true})"), kCard);
  EXPECT_THAT(Codes(student), Contains("study_paper"));
  const auto rule = std::ranges::find(student, "study_paper", &ChecklistRule::code);
  EXPECT_EQ(rule->need, Need::kRequired);
}

TEST(Checklist, AsksTheApplicantsCard) {
  const auto& service = Shipped("real-estate-registration");
  EXPECT_THAT(Codes(ChecklistFor(service, Json::object(), kCard)),
              Not(Contains("power_of_attorney")));
  EXPECT_THAT(Codes(ChecklistFor(service, Json::object(), {{"kind", "legal_entity"}})),
              Contains("power_of_attorney"));
}

TEST(Checklist, AnswersOfHiddenFieldsDoNotCount) {
  const auto& service = Shipped("passport-rf");
  const Json stale = {{"reason", "age_20"}, {"stolen", true}};
  EXPECT_THAT(Codes(ChecklistFor(service, stale, kCard)), Not(Contains("theft_slip")));
  const Json stolen = {{"reason", "lost"}, {"stolen", true}};
  EXPECT_THAT(Codes(ChecklistFor(service, stolen, kCard)), Contains("theft_slip"));
}

TEST(ServiceJson, WhatIsStoredIsReadBack) {
  for (const auto& service : ReadServices(OKNO_SOURCE_DIR "/content")) {
    EXPECT_EQ(FromStored(ToStored(service)), service) << service.code;
  }
}

}  // namespace
}  // namespace okno::catalog

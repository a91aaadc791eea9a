// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/card_values.h"

#include <gtest/gtest.h>

#include "logic/rules/file_words.h"
#include "logic/rules/form_shape.h"
#include "logic/rules/prefill_map.h"

namespace okno::inquiries::rules {
namespace {

using message_types::CardValue;

CardValue ValueOf(std::string path, Json current, Json offered) {
  return {.card_path = std::move(path),
          .label = {},
          .current = std::move(current),
          .offered = std::move(offered),
          .differs = true};
}

struct TidyCase {
  const char* path;
  Json current, offered, tidy;
  bool differs;
};

TEST(CardValues, AreTidiedAndJudgedWithoutCase) {
  const TidyCase cases[] = {
      {"applicant.last_name", "Иванова", "ИВАНОВА", "Иванова", false},
      {"applicant.last_name", "Королёва", "КОРОЛЕВА", "Королева", false},
      {"applicant.last_name", "Петрова", "ПЕТРОВА-ВОДКИНА", "Петрова-Водкина", true},
      {"applicant.last_name", "Петрова", " Мак-Дональд ", "Мак-Дональд", true},
      {"applicant.middle_name", nullptr, "АЛИ ОГЛЫ", "Али Оглы", true},
      {"applicant.first_name", nullptr, "Я", "Я", true},
      {"applicant.birth_place", "г. Тверь", "Г.  ТВЕРЬ", "Г.  ТВЕРЬ", false},
      {"applicant.snils", "11223344595", "11223344595", "11223344595", false},
      {"applicant.snils", nullptr, "11223344595", "11223344595", true},
      {"applicant.birth_date", "1961-03-12", "1961-03-21", "1961-03-21", true},
  };
  for (const auto& one : cases) {
    const auto tidy = Tidy({ValueOf(one.path, one.current, one.offered)}).front();
    EXPECT_EQ(tidy.offered, one.tidy) << one.offered;
    EXPECT_EQ(tidy.differs, one.differs) << one.offered;
  }
}

const Json kGivenCard = {
    {"last_name", "Иванова"},
    {"sex", "female"},
    {"identity_document",
     {{"kind", "passport_rf"}, {"series", "7706"}, {"number", "123456"}, {"issued_by", "УВД"}}}};

TEST(CardValues, OnlyTheChosenOnesAreTaken) {
  const std::vector<CardValue> values = {ValueOf("applicant.last_name", "Иванова", "Петрова"),
                                         ValueOf("applicant.snils", nullptr, "11223344595")};
  auto expected = kGivenCard;
  expected["snils"] = "11223344595";
  EXPECT_EQ(Merge(kGivenCard, values, {"applicant.snils"}), expected);
  EXPECT_EQ(Merge(kGivenCard, values, {}), kGivenCard);
}

TEST(CardValues, TheSameDocumentIsCompleted) {
  const std::vector<CardValue> values = {
      ValueOf("applicant.identity_document.issue_date", nullptr, "2006-04-20")};
  auto expected = kGivenCard;
  expected["identity_document"]["issue_date"] = "2006-04-20";
  EXPECT_EQ(Merge(kGivenCard, values, {"applicant.identity_document.issue_date"}), expected);
}

TEST(CardValues, AnotherPassportTakesNothingOverFromTheOldOne) {
  const std::vector<CardValue> values = {
      ValueOf("applicant.identity_document.series", "7706", "7715"),
      ValueOf("applicant.identity_document.number", "123456", "654321"),
      ValueOf("applicant.identity_document.issue_date", nullptr, "2015-05-05")};
  const auto merged = Merge(kGivenCard, values, {"applicant.identity_document.series"});
  EXPECT_EQ(merged["identity_document"], (Json{{"kind", "passport_rf"},
                                               {"series", "7715"},
                                               {"number", "654321"},
                                               {"issue_date", "2015-05-05"}}));
}

TEST(PrefillMap, SaysWhichMemberOfTheCardAFieldComesFrom) {
  const Json schema = {
      {"properties",
       {{"FamilyName", {{"x-prefill", "applicant.last_name"}}},
        {"Document",
         {{"properties", {{"Series", {{"x-prefill", "applicant.identity_document.series"}}}}}}},
        {"Number", {{"x-prefill", {"application.number", "applicant.snils"}}}},
        {"Center", {{"x-prefill", "center.name"}}},
        {"Free", Json::object()}}}};
  const std::map<std::string, std::string> expected = {
      {"/FamilyName", "/last_name"},
      {"/Document/Series", "/identity_document/series"},
      {"/Number", "/snils"}};
  EXPECT_EQ(CardMembers(schema), expected);
}

TEST(PrefillMap, WhatNoCardCanMendIsNoErrorOfACard) {
  const std::map<std::string, std::string> members = {{"/A", "/last_name"}, {"/B", "/last_name"}};
  const std::vector<FieldError> mendable = {{"/A", "field.required", {}},
                                            {"/B", "field.required", {}}};
  EXPECT_EQ(AsCardErrors(mendable, members),
            (std::vector<FieldError>{{"/last_name", "field.required", {}}}));
  EXPECT_TRUE(
      AsCardErrors({{"/A", "field.required", {}}, {"/C", "field.required", {}}}, members).empty());
}

TEST(FileWords, AreFoundBesideTheContentId) {
  const Json data = {{"Answer",
                      {{"Files",
                        {{"File",
                          {{{"@contentId", "a1"}, {"@name", "list.pdf"}, {"@title", "Перечень"}},
                           {{"@contentId", "a2"}, {"@name", "plan.xlsx"}}}}}}}}};
  EXPECT_EQ(WordsOfFile(data, "a1"), (FileWords{"list.pdf", "Перечень"}));
  EXPECT_EQ(WordsOfFile(data, "a2"), (FileWords{"plan.xlsx", ""}));
  EXPECT_EQ(WordsOfFile(data, "a3"), FileWords{});
  EXPECT_EQ(WordsOfFile(data, ""), FileWords{});
  EXPECT_EQ(WordsOfFile(Json(), "a1"), FileWords{});
}

TEST(FormShape, IsAnObjectWithinLimits) {
  EXPECT_EQ(ParseDraft({{"form", {{"a", "б"}}}})->form, (Json{{"a", "б"}}));
  EXPECT_EQ(ParseDraft(Json::object()).refusal().fields.front().code, "field.required");
  EXPECT_EQ(ParseDraft({{"form", "text"}}).refusal().fields.front().code, "field.type");
  EXPECT_EQ(ParseDraft({{"form", Json::object()}, {"more", 1}}).refusal().fields.front().code,
            "field.unknown");
  const Json large = {{"form", {{"a", std::string(200 * 1024, 'x')}}}};
  EXPECT_EQ(ParseDraft(large).refusal().fields.front().code, "inquiries.form_too_large");
  Json deep = "x";
  for (int i = 0; i < 40; ++i) deep = Json{{"a", deep}};
  EXPECT_EQ(ParseDraft({{"form", deep}}).refusal().fields.front().code, "inquiries.form_too_deep");
}

}  // namespace
}  // namespace okno::inquiries::rules

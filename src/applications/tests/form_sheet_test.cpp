// SPDX-License-Identifier: Apache-2.0
#include "logic/form_sheet.h"

#include <gtest/gtest.h>

namespace okno::applications {
namespace {

catalog::Service Subsidy() {
  catalog::Service service;
  service.form = Json::parse(R"({
    "type": "object", "x-order": ["area", "members", "bank", "truth"],
    "x-sections": [{"code": "home", "title": "Жильё"}, {"code": "family", "title": "Семья"}],
    "properties": {
      "area": {"type": "number", "title": "Площадь", "x-section": "home"},
      "members": {"type": "array", "title": "Члены семьи", "x-item-title": "Член семьи",
        "x-section": "family",
        "items": {"type": "object", "x-order": ["name", "snils"], "properties": {
          "name": {"type": "string", "title": "Имя"}, "snils": {"type": "string", "title": "СНИЛС"}}}},
      "bank": {"type": "string", "title": "Банк", "x-section": "home"},
      "truth": {"type": "boolean", "const": true, "title": "Обязуюсь сообщить", "x-section": "home"}
    }})");
  return service;
}

Json Answers() {
  return {{"area", 54.5},
          {"members", {{{"name", "Анна"}}, {{"name", "Пётр"}, {"snils", "5"}}}},
          {"bank", "Приречьебанк"},
          {"truth", true}};
}

TEST(FormSheet, RowsAreATableOfTheirOwnAmongTheAnswers) {
  const auto sheet = FormSheet(Subsidy(), Answers());
  ASSERT_EQ(sheet.size(), 3U) << sheet.dump();
  EXPECT_EQ(sheet[0]["title"], "Жильё");
  EXPECT_EQ(sheet[0]["fields"][0]["value"], "54,5");
  EXPECT_EQ(sheet[1]["title"], "Члены семьи");
  EXPECT_EQ(sheet[1]["columns"].dump(), R"([{"title":"Имя"},{"title":"СНИЛС"}])");
  ASSERT_EQ(sheet[1]["rows"].size(), 2U);
  EXPECT_EQ(sheet[1]["rows"][0]["cells"][1]["text"], "") << "what a row lacks stays empty";
  EXPECT_EQ(sheet[1]["rows"][1]["cells"][1]["text"], "5");
  EXPECT_EQ(sheet[2]["fields"][0]["label"], "Банк");
}

TEST(FormSheet, EachAnswerStandsUnderTheHeadingOfItsSection) {
  const auto service = Subsidy();
  EXPECT_EQ(SectionOf(service, "/area"), "Жильё");
  EXPECT_EQ(SectionOf(service, "/members/1/name"), "Семья");
  EXPECT_EQ(SectionOf(service, "/unknown"), "");
  EXPECT_EQ(SectionOf({}, "/area"), "") << "a form without sections";
}

TEST(FormSheet, AGroupTooWideForThePageIsAListForEachRow) {
  auto service = Subsidy();
  Json& items = service.form["properties"]["members"]["items"];
  Json row = Json::object();
  for (int i = 0; i < 9; ++i) {
    const auto name = "f" + std::to_string(i);
    items["x-order"].push_back(name);
    items["properties"][name] = {{"type", "string"}, {"title", name}};
    row[name] = "x";
  }
  const auto sheet = FormSheet(service, {{"members", {row, row}}});
  ASSERT_EQ(sheet.size(), 2U) << sheet.dump();
  EXPECT_EQ(sheet[1]["title"], "Член семьи 2");
  EXPECT_EQ(sheet[1]["fields"].size(), 9U);
}

TEST(FormSheet, AGroupNamedAsItsSectionIsNotSaidInEveryLine) {
  auto service = Subsidy();
  service.form["x-sections"] = {{{"code", "spouse"}, {"title", "Супруг"}}};
  service.form["x-order"] = {"spouse"};
  service.form["properties"]["spouse"] = {
      {"type", "object"},
      {"title", "Супруг"},
      {"x-section", "spouse"},
      {"x-order", {"name"}},
      {"properties", {{"name", {{"type", "string"}, {"title", "Фамилия"}}}}}};
  const auto sheet = FormSheet(service, {{"spouse", {{"name", "Щукина"}}}});
  ASSERT_EQ(sheet.size(), 1U) << sheet.dump();
  EXPECT_EQ(sheet[0]["title"], "Супруг");
  EXPECT_EQ(sheet[0]["fields"][0]["label"], "Фамилия");
}

TEST(Declarations, AreSentencesAndNoAnswers) {
  EXPECT_EQ(Declarations(Subsidy(), Answers()).dump(), R"([{"text":"Обязуюсь сообщить"}])");
  EXPECT_EQ(FormSheet(Subsidy(), Answers()).dump().find("Обязуюсь"), std::string::npos);
}

}  // namespace
}  // namespace okno::applications

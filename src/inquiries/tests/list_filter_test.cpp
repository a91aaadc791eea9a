// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/list_filter.h"

#include <gtest/gtest.h>

#include <map>

namespace okno::inquiries::rules {
namespace {

const auto kMe = access::UserId::New();

Result<ListFilter> Parse(std::map<std::string, std::string, std::less<>> given) {
  return ParseListFilter(
      [given = std::move(given)](std::string_view key) {
        const auto found = given.find(key);
        return found == given.end() ? std::string() : found->second;
      },
      "Europe/Moscow", kMe);
}

TEST(ListFilter, NothingGivenFiltersNothing) {
  const auto filter = Parse({});
  ASSERT_TRUE(filter);
  EXPECT_TRUE(filter->typed.empty() && filter->states.empty());
  EXPECT_FALSE(filter->from || filter->until || filter->executor_id || filter->case_id);
  EXPECT_EQ(filter->moment, "created");
}

TEST(ListFilter, ADayIsThatOfTheZoneAndTheLastOneBelongsToThePeriod) {
  const auto filter = Parse({{"from", "2026-11-23"}, {"to", "2026-11-23"}, {"moment", "sent"}});
  ASSERT_TRUE(filter);
  EXPECT_EQ(FormatInstant(*filter->from), "2026-11-22T21:00:00Z");
  EXPECT_EQ(FormatInstant(*filter->until), "2026-11-23T21:00:00Z");
  EXPECT_EQ(filter->moment, "sent");
}

TEST(ListFilter, SeveralStatesAndMyself) {
  const auto filter = Parse({{"state", "ready,sent"}, {"executor", "me"}, {"q", " P/26/1 "}});
  ASSERT_TRUE(filter);
  EXPECT_EQ(filter->states, (std::vector{State::kReady, State::kSent}));
  EXPECT_EQ(filter->executor_id, kMe);
  EXPECT_EQ(filter->typed, "P/26/1");
}

// The letter of the register is a Latin one; on paper and by ear it is «эр».
TEST(ListFilter, ANumberIsFoundHoweverItsLetterIsTyped) {
  const struct {
    const char *typed, *kept;
  } cases[] = {{"P/26/23", "P/26/23"},   {"p/26/23", "P/26/23"},       {"Р/26/23", "P/26/23"},
               {"р/26/23", "P/26/23"},   {" № Р/26/23 ", "P/26/23"},   {"Р/26", "P/26"},
               {"Романова", "Романова"}, {"0101-26-1", "0101-26-1"},   {"23", "23"},
               {"ИСХ/26/7", "ИСХ/26/7"}, {"Р. Романова", "Р. Романова"}};
  for (const auto& [typed, kept] : cases) {
    EXPECT_EQ(Parse({{"q", typed}})->typed, kept) << typed;
  }
}

TEST(ListFilter, WhatCanNotBeUnderstoodIsNamed) {
  const std::map<std::string, std::pair<std::string, std::string>> cases = {
      {"state", {"lost", "field.enum"}},      {"executor", {"somebody", "field.enum"}},
      {"branch", {"1", "field.enum"}},        {"applicant", {"x", "field.enum"}},
      {"application", {"x", "field.enum"}},   {"moment", {"born", "field.enum"}},
      {"from", {"2026-02-30", "field.date"}}, {"to", {"yesterday", "field.date"}}};
  for (const auto& [key, value] : cases) {
    const auto filter = Parse({{key, value.first}});
    ASSERT_FALSE(filter) << key;
    EXPECT_EQ(filter.refusal().fields, (std::vector<FieldError>{{"/" + key, value.second, {}}}));
  }
}

}  // namespace
}  // namespace okno::inquiries::rules

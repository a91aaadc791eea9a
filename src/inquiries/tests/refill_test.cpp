// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/refill.h"

#include <gtest/gtest.h>

namespace okno::inquiries::rules {
namespace {

const Json kBefore{{"Name", "Петрова"}, {"Document", {{"Series", "7725"}, {"Number", "1"}}}};
const Json kNow{{"Name", "Иванова"}, {"Document", {{"Series", "4508"}, {"Number", "2"}}}};

TEST(Refilled, TakesTheNewCardWhereNothingWasTyped) {
  EXPECT_EQ(Refilled(Json::object(), Json::object(), kNow), kNow);
  EXPECT_EQ(Refilled(kBefore, kBefore, kNow), kNow);
  EXPECT_EQ(Refilled(Json{{"Name", ""}}, Json::object(), kNow), kNow);
}

TEST(Refilled, KeepsWhatWasTyped) {
  const Json rows = Json::array({Json{{"#text", "1"}}});
  const Json typed{{"Name", "Сидорова"},
                   {"Purpose", "проверка"},
                   {"Document", {{"Series", "7725"}, {"Number", "777"}}},
                   {"Row", rows}};
  EXPECT_EQ(Refilled(typed, kBefore, kNow),
            (Json{{"Name", "Сидорова"},
                  {"Purpose", "проверка"},
                  {"Document", {{"Series", "4508"}, {"Number", "777"}}},
                  {"Row", rows}}));
}

TEST(Refilled, DropsWhatOnlyTheOtherCardHad) {
  const Json before{{"Name", "Петрова"}, {"Snils", "11223344595"}};
  EXPECT_EQ(Refilled(before, before, Json{{"Name", "Иванова"}}), (Json{{"Name", "Иванова"}}));
}

}  // namespace
}  // namespace okno::inquiries::rules

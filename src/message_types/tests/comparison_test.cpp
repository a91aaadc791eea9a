// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/comparison.h"

#include <gtest/gtest.h>

namespace okno::message_types {
namespace {

TEST(TellTheSame, AnAddressHoweverItIsWritten) {
  const std::string known = "г. Приреченск, ул. Лесная, д. 7, кв. 12";
  const struct {
    std::string told;
    bool is;
  } cases[] = {{"ПРИРЕЧЕНСКАЯ ОБЛ, Г ПРИРЕЧЕНСК, УЛ ЛЕСНАЯ, ДОМ 7, КВ 12", true},
               {"город Приреченск, улица Лесная, 7", true},
               {"пгт. Речной, ул. Ленина, д. 7, кв. 12", false},
               {"г. Приреченск, ул. Лесная, д. 9, кв. 12", false}};
  for (const auto& [told, is] : cases) EXPECT_EQ(TellTheSame(known, told), is) << told;
}

TEST(TextsAt, AreFoundInRowsToo) {
  const Json data = {{"Registration", {{{"Address", "а"}}, {{"Kind", "x"}}, {{"Address", "б"}}}}};
  EXPECT_EQ(TextsAt(data, {"Registration", "Address"}), (std::vector<std::string>{"а", "б"}));
  EXPECT_TRUE(TextsAt(data, {"Nobody"}).empty());
}

}  // namespace
}  // namespace okno::message_types

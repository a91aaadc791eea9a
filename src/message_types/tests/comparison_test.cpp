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
               {"172200, город Приреченск, улица Лесная, д7, подъезд 2, кв12", true},
               {"г. Приреченск, ул. Лесная, д. 12, кв. 7", false},
               {"г. Приреченск, ул. Лесная, д. 7, кв. 7", false},
               {"пгт. Речной, ул. Ленина, д. 7, кв. 12", false},
               {"г. Приреченск, ул. Лесная, д. 9, кв. 12", false}};
  for (const auto& [told, is] : cases) EXPECT_EQ(TellTheSame(known, told), is) << told;
}

TEST(TellTheSame, ADateIsADayAndAPostcodeIsComparedWhenBothHaveOne) {
  const struct {
    std::string one, other;
    bool is;
  } cases[] = {{"2020-01-02", "2020-02-01", false},
               {"2020-01-02", "02.01.2020", true},
               {"172200, Тверь, 7", "Тверь, 7, 172200", true},
               {"172200, Тверь, 7", "172201, Тверь, 7", false},
               {"172200", "172201", false},
               {"172200", "Тверь, 7", false}};
  for (const auto& [one, other, is] : cases) {
    EXPECT_EQ(TellTheSame(one, other), is) << one << " " << other;
    EXPECT_EQ(TellTheSame(other, one), is) << other << " " << one;
  }
}

TEST(TextsAt, AreFoundInRowsToo) {
  const Json data = {{"Registration", {{{"Address", "а"}}, {{"Kind", "x"}}, {{"Address", "б"}}}}};
  EXPECT_EQ(TextsAt(data, {"Registration", "Address"}), (std::vector<std::string>{"а", "б"}));
  EXPECT_TRUE(TextsAt(data, {"Nobody"}).empty());
}

}  // namespace
}  // namespace okno::message_types

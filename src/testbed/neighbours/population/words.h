// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "neighbours/population/dice.h"
#include "time/time.h"

// Plausible names and places of the invented Приреченская область.
namespace okno::testbed::neighbours {

struct FullName {
  std::string last, first, middle;
  std::string text() const { return last + " " + first + (middle.empty() ? "" : " " + middle); }
};

FullName MakeName(Dice& dice, bool male);
// A parent of a person so named: the father's first name follows from the patronymic when it is a
// usual one.
FullName MakeFather(Dice& dice, const FullName& child, bool child_male);
FullName MakeMother(Dice& dice, const FullName& child, bool child_male);
std::string MakeAddress(Dice& dice);
std::string MakeTown(Dice& dice);
std::string MakeTradeName(Dice& dice);  // «Ромашка»
Date MakeDate(Dice& dice, Date from, Date to);

bool LooksMale(const FullName& name);  // by the patronymic, else by the surname

struct Activity {
  std::string code, name;  // ОКВЭД
};
const Activity& MakeActivity(Dice& dice);

}  // namespace okno::testbed::neighbours

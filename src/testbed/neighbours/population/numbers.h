// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "neighbours/population/dice.h"

// Numbers with right check digits.
namespace okno::testbed::neighbours {

std::string MakeSnils(Dice& dice);
std::string MakePersonInn(Dice& dice);
std::string MakeEntityInn(Dice& dice);
std::string MakeOgrn(Dice& dice);
std::string MakeOgrnip(Dice& dice);
std::string MakePhone(Dice& dice);     // +7 and ten digits
std::string MakeFiasCode(Dice& dice);  // 8-4-4-4-12
std::string MakeCadastralNumber(Dice& dice);

}  // namespace okno::testbed::neighbours

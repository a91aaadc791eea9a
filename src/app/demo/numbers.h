// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "demo/random.h"

// Numbers with right check digits, of nobody: series and regions that exist, serials by chance.
namespace okno::app::demo {

std::string MakeSnils(Random& random);
std::string MakePersonInn(Random& random);
std::string MakeEntityInn(Random& random);
std::string MakeOgrn(Random& random);
std::string MakeOgrnip(Random& random);
std::string MakeBankAccount(Random& random, const std::string& bik);
std::string MakePhone(Random& random);

}  // namespace okno::app::demo

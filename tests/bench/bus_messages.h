// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// Content of messages that the bus and both sides accept: «заявление, принятое в МФЦ» and the
// decision on it, about 5 and 1 KB.
namespace okno::bench {

std::string RequestXml(int number);
std::string ResponseXml();

}  // namespace okno::bench

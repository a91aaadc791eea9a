// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>

#include "neighbours/neighbour.h"
#include "time/time.h"

namespace okno::testbed::neighbours {

struct Estate {
  std::string cadastral_number;
  std::string type;  // land, building, premises
  std::string address, area, value;
  Date registered_at;
};
// By cadastral number, or by address when it is "": the number of what stands there follows from
// the address. An address without a house can be many objects; district 00 and quarter 0000000 hold
// none.
std::variant<Estate, Rejection> FindEstate(std::string number, const std::string& address,
                                           Date today);

// The official exchange: request and answer as a packet in an archive.
Answer TakePacket(Desk& desk, const Question& question);

}  // namespace okno::testbed::neighbours

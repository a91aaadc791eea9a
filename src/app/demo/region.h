// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "access/principal.h"
#include "house.h"
#include "time/time.h"

namespace okno::app::demo {

struct SignIn {
  std::string login, name, role, place;
};
// The twelve users. All have the same password; it is for demonstration only and printed at every
// start.
const std::vector<SignIn>& SignIns();
inline constexpr char kPassword[] = "okno-demo-2026";

// Of the organizations, at the bus.
std::set<std::string> Mnemonics();
bool RegionExists(db::Pool& db);
// Organizations, branches, units, users, routes of services to units.
void MakeRegion(House& house);
// Throws, for a person to read, when the test bed knows an organization by a certificate that is
// not ours: it is another installation's, which registering would cut off.
void CheckTestbed(const House& house, const std::string& testbed);
// GOST keys under <data>/keys, participants and message types at the test bed, connections of the
// organizations. Repeatable: what the test bed knows already is registered again, so a test bed
// started anew is set up as well.
void JoinExchange(House& house, const std::string& testbed);
// Tells the bus which agency gets the requests for it; those named in `lost` it will not know, and
// refuse their requests.
void RouteToAgencies(House& house, const std::string& testbed, const std::set<std::string>& lost);

}  // namespace okno::app::demo

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "whole_house.h"

namespace okno::app::testing {

struct ForeignObject {
  std::string kind;            // for the message of a failure
  std::string pattern_prefix;  // routes that take its id as {id}
  std::string id;
  std::string owner;                // login that sees it
  std::vector<std::string> logins;  // to whom it is foreign
};
// Applicants, cases and registration cards of other organizations, branches and units. A new kind
// of object with routes of its own belongs here.
std::vector<ForeignObject> MakeForeignObjects(WholeHouse& whole);

}  // namespace okno::app::testing

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "whole_house.h"

namespace okno::app::testing {

struct ForeignObject {
  std::string kind;                 // for the message of a failure
  std::string pattern_prefix;       // routes whose pattern begins with this …
  std::string id;                   // … take the id as the last {part} of it
  std::string owner;                // login that sees it
  std::vector<std::string> logins;  // to whom it is foreign
  // The other {parts} of pattern_prefix: what the owner finds it under, and what the others, who
  // see that much, look for it under.
  std::map<std::string, std::string> owner_parents = {}, parents = {};
};
// Ids of others that stand not in the path but in a body or a query.
struct ForeignReference {
  std::string kind;
  std::string route;  // NameOf(route)
  std::string key;    // member of the body; of the query for GET
  std::string id;
  std::vector<std::string> logins;
  std::string code;                                // the refusal that says "no such object"
  std::map<std::string, std::string> params = {};  // {parts} of the path, seen by the logins
};

struct ForeignWorld {
  std::vector<ForeignObject> objects;
  std::vector<ForeignReference> references;
};
// Things of other organizations, branches, units and cases. Every pattern with a {part} that is
// not in OfNobody() (samples.h) must begin with one of the prefixes; a test says which does not.
ForeignWorld MakeForeignWorld(WholeHouse& whole);

// With the password of all people of the small world.
void AddEmployee(WholeHouse& whole, const std::string& login,
                 const access::OrganizationId& organization, const std::string& role);

}  // namespace okno::app::testing

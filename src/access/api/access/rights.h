// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"

namespace okno::access {

// What a role may do and where. Rights are the words that routes name; the table is code, because a
// right without a route, or a route whose right nobody has, must fail a test and not an evening in
// the settings.
enum class Territory { kOwnBranch, kOwnUnits, kWholeOrganization };
enum class RoleOf { kCenter, kAgency, kBoth };  // kind of organization that has the role
struct Role {
  std::string_view name;
  RoleOf of;
  Territory territory;
  std::vector<std::string_view> rights;
  std::vector<std::string_view> center_rights = {};  // more of them where it is a center's
};
std::span<const Role> Roles();
const Role* FindRole(std::string_view name);  // null when there is no such role

// Union over the roles; unknown names give nothing.
std::set<std::string, std::less<>> RightsOf(const std::vector<std::string>& roles,
                                            OrganizationKind organization_kind);
// Whether one of the roles reaches over the whole organization.
bool CoversWholeOrganization(const std::vector<std::string>& roles);

}  // namespace okno::access

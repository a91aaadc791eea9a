// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "db/pool.h"
#include "http/message.h"

namespace okno::access {

using OrganizationId = Id<struct OrganizationTag>;
using BranchId = Id<struct BranchTag>;
using UnitId = Id<struct UnitTag>;
using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;

enum class OrganizationKind { kCenter, kAgency };

// Who acts: a user signed in as an employee of one organization, with the rights of their roles and the territory
// these cover. Made by the guard from the session; use cases get it as `const Principal&`.
struct Principal : http::Caller {
  UserId user_id;
  SessionId session_id;
  std::string login;
  std::string display_name;             // "Иванова А. П."
  OrganizationId organization_id;
  OrganizationKind organization_kind = OrganizationKind::kCenter;
  std::optional<BranchId> branch_id;    // center: the branch the session works in
  std::optional<UnitId> unit_id;        // agency: own unit
  std::vector<UnitId> unit_scope;       // agency: own unit and those below; whole agency for managers
  bool whole_organization = false;      // auditor, contact agent, administrator, agency manager
  std::vector<std::string> roles;       // "operator", …
  std::set<std::string, std::less<>> rights;

  bool May(std::string_view right) const { return rights.contains(right); }
  db::Scope scope() const { return db::Scope::Organization(organization_id); }
};
// The caller of a guarded route. Precondition: the route is not anonymous.
const Principal& Of(const http::Request& request);

// Actor of a history row: a person, or the system (a message from outside, a schedule).
struct Actor {
  std::optional<UserId> user_id;
  std::string name;                     // as shown in the history
  static Actor Of(const Principal& principal) { return {principal.user_id, principal.display_name}; }
  static Actor System(std::string name) { return {std::nullopt, std::move(name)}; }
};

}  // namespace okno::access

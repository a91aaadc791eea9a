// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/directory.h"

// What an administrator does with organizations and accounts at the command line, where nobody is
// signed in. Each use case leaves an entry in the access journal of the organization in the name of
// `by`, in its own transaction.
namespace okno::access {

// The directory's use cases of the same names, with an entry.
Result<Organization> CreateOrganization(const Context& context, const Actor& by,
                                        const Organization& draft);
Result<Organization> ChangeOrganization(const Context& context, const Actor& by,
                                        std::string_view code, const OrganizationChange& change);
Result<Branch> CreateBranch(const Context& context, const Actor& by, const Branch& draft);
Result<Unit> CreateUnit(const Context& context, const Actor& by, const Unit& draft);
Outcome LockUser(const Context& context, const Actor& by, const UserId& id);
Outcome UnlockUser(const Context& context, const Actor& by, const UserId& id);

struct StaffMember {
  std::string login;
  Employee employee;
  std::string position;  // "ведущий специалист"; may be empty
  bool locked = false, has_second_factor = false;
};
// Of all organizations, by organization and name. Only Scope::System() sees accounts.
std::vector<StaffMember> ListStaff(db::Tx& tx);
std::optional<StaffMember> FindStaffMember(db::Tx& tx, std::string_view login);

// User and employment at once; `member.employee.user_id` is made here. Refused as CreateUser and
// CreateEmployee, with the wrong fields of both.
Result<UserId> AddStaffMember(const Context& context, const Actor& by, const StaffMember& member,
                              const std::string& password);

// What somebody does and where.
struct Post {
  std::vector<std::string> roles;
  std::optional<BranchId> branch_id;
  std::optional<UnitId> unit_id;
};
// Replaces the post of the person within their organization; the sessions end, so that nobody goes
// on with the rights they had. `told` stands in the journal: from what to what, in words. Refused
// "access.user_not_found", "input.invalid" as CreateEmployee.
Outcome ChangePost(const Context& context, const Actor& by, const UserId& id, const Post& post,
                   const std::string& told = {});

// The sessions of the person end and their failed sign-ins are forgotten. Refused
// "access.user_not_found", "input.invalid" as a change of password.
Outcome ResetPassword(const Context& context, const Actor& by, const UserId& id,
                      const std::string& password);
// For a lost phone: the sessions end, and the password alone is asked until the person switches the
// factor on anew. Refused "access.user_not_found", "access.second_factor_off".
Outcome ResetSecondFactor(const Context& context, const Actor& by, const UserId& id);

// Whether somebody may sign in with this login and password: a password known to all must not open
// a server to a network.
bool IsPasswordOf(db::Pool& db, std::string_view login, const std::string& password);

}  // namespace okno::access

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "base/result.h"
#include "db/pool.h"
#include "time/time.h"

// Who there is: organizations with their branches and units, users, employees. Others refer to
// access.organizations(id), access.branches(id), access.units(id), access.users(id).
namespace okno::access {

struct Organization {
  OrganizationId id = OrganizationId::New();
  OrganizationKind kind = OrganizationKind::kCenter;
  std::string
      code;  // "center", "msz": what services and messages name it by; unique over the installation
  std::string name;
  std::string short_name;
  std::string ogrn;      // digits; may be empty
  std::string inn = {};  // of a legal entity, 10 digits; may be empty
  std::string kpp = {};  // 9 signs; may be empty
  std::string address;
  std::string time_zone = "Europe/Moscow";
  bool operator==(const Organization&) const = default;
};
// An office of a center. A small one (ТОСП) belongs to another.
struct Branch {
  BranchId id = BranchId::New();
  OrganizationId organization_id;
  std::optional<BranchId> parent_id = {};
  std::string
      code;  // four digits, unique over the installation: numbers of applications begin with it
  std::string name;
  std::string address;
  std::string hours;  // "пн–пт 8:00–20:00, сб 9:00–15:00"
  std::string time_zone = "Europe/Moscow";
  bool operator==(const Branch&) const = default;
};
// A department of an agency.
struct Unit {
  UnitId id = UnitId::New();
  OrganizationId organization_id;
  std::optional<UnitId> parent_id;
  std::string name;
  bool operator==(const Unit&) const = default;
};
struct NewUser {
  UserId id = UserId::New();
  std::string login;  // 3..64 of a-z 0-9 . _ -; compared without case
  std::string password;
};
// A user within an organization. This release: a user works in one organization.
struct Employee {
  UserId user_id;
  OrganizationId organization_id;
  std::optional<BranchId> branch_id;  // required for operator and processor
  std::optional<UnitId> unit_id;      // required for officer
  std::string last_name, first_name, middle_name;
  std::vector<std::string> roles;
  bool active = true;
  bool operator==(const Employee&) const = default;
  std::string DisplayName() const;  // "Иванова А. П."
};

// Use cases, each one transaction. Refused "input.invalid" with the wrong fields, or
// "access.code_taken", "access.login_taken".
struct Context {
  db::Pool& db;
  const Clock& clock;
};
Result<Organization> CreateOrganization(const Context& context, const Organization& draft);
// What is given replaces what the organization of this code has. Refused also
// "access.organization_not_found".
struct OrganizationChange {
  std::optional<std::string> name = {}, short_name = {}, ogrn = {}, inn = {}, kpp = {},
                             address = {};
};
Result<Organization> ChangeOrganization(const Context& context, std::string_view code,
                                        const OrganizationChange& change);
Result<Branch> CreateBranch(const Context& context, const Branch& draft);
Result<Unit> CreateUnit(const Context& context, const Unit& draft);
// The password is hashed with Argon2id (some 30 ms); its rules are those of a change of password.
Result<UserId> CreateUser(const Context& context, const NewUser& draft);
Result<Employee> CreateEmployee(const Context& context, const Employee& draft);
// Locking ends the user's sessions. Refused "access.user_not_found".
Outcome LockUser(const Context& context, const UserId& id);
Outcome UnlockUser(const Context& context, const UserId& id);

// Look-ups in the caller's transaction; what its scope does not show is not found.
std::optional<Organization> FindOrganization(db::Tx& tx, const OrganizationId& id);
std::optional<Organization> FindOrganizationByCode(
    db::Tx& tx, std::string_view code);  // of another: Scope::System()
std::vector<Organization> ListOrganizations(db::Tx& tx);
std::optional<Branch> FindBranch(db::Tx& tx, const BranchId& id);
std::vector<Branch> ListBranches(db::Tx& tx, const OrganizationId& organization_id);  // by code
// The branch and all below it; nothing when the caller's scope does not show it.
std::vector<BranchId> BranchScope(db::Tx& tx, const BranchId& id);
std::vector<Unit> ListUnits(db::Tx& tx, const OrganizationId& organization_id);  // by name
// The unit and all below it.
std::vector<UnitId> UnitScope(db::Tx& tx, const UnitId& id);
struct EmployeeFilter {
  std::optional<std::string> role;
  std::optional<BranchId> branch_id;
  std::optional<UnitId> unit_id;
};
// Active employees by name. Processors of a branch: {.role = "processor", .branch_id = id}.
std::vector<Employee> ListEmployees(db::Tx& tx, const OrganizationId& organization_id,
                                    const EmployeeFilter& filter);
// Who works in the branch, those of the whole organization too. The others have left it: moved to
// another, or are not let in any more.
std::vector<UserId> ListAtWork(db::Tx& tx, const OrganizationId& organization_id,
                               const BranchId& branch_id);
std::optional<Employee> FindEmployee(db::Tx& tx, const UserId& id);

// A principal without a session, for use cases run in the name of a user by the demo generator and
// by tests. Throws when there is no such active employee.
Principal GetPrincipal(db::Pool& db, std::string_view login);

}  // namespace okno::access

// SPDX-License-Identifier: Apache-2.0
#include "storage/directory_store.h"

#include "access/asking.h"
#include "access/queries.h"
#include "access/staff.h"

namespace okno::access::storage {

std::string_view KindText(OrganizationKind kind) {
  return kind == OrganizationKind::kCenter ? "center" : "agency";
}

OrganizationKind ReadKind(std::string_view text) {
  return text == "center" ? OrganizationKind::kCenter : OrganizationKind::kAgency;
}

void InsertOrganization(db::Tx& tx, const Organization& organization, Instant now) {
  tx.Run(queries::kInsertOrganization, organization.id, KindText(organization.kind),
         organization.code, organization.name, organization.short_name, organization.ogrn,
         organization.inn, organization.kpp, organization.address, organization.time_zone, now);
}

void SaveOrganization(db::Tx& tx, const Organization& organization) {
  tx.Run(queries::kSaveOrganization, organization.id, organization.name, organization.short_name,
         organization.ogrn, organization.inn, organization.kpp, organization.address);
}

void InsertBranch(db::Tx& tx, const Branch& branch, Instant now) {
  tx.Run(queries::kInsertBranch, branch.id, branch.organization_id, branch.parent_id, branch.code,
         branch.name, branch.address, branch.hours, branch.time_zone, now);
}

void InsertUnit(db::Tx& tx, const Unit& unit, Instant now) {
  tx.Run(queries::kInsertUnit, unit.id, unit.organization_id, unit.parent_id, unit.name, now);
}

void InsertEmployee(db::Tx& tx, const Employee& employee, Instant now) {
  tx.Run(queries::kInsertEmployee, employee.user_id, employee.organization_id, employee.branch_id,
         employee.unit_id, employee.last_name, employee.first_name, employee.middle_name,
         employee.roles, employee.active, now);
}

void SavePost(db::Tx& tx, const Employee& employee) {
  tx.Queue(queries::kSavePost, employee.user_id, employee.roles, employee.branch_id,
           employee.unit_id);
}

std::optional<Employee> FindAccount(db::Tx& tx, std::string_view login) {
  const auto rows = tx.Run(queries::kFindAccount, login);
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return Employee{.user_id = row["user_id"].As<UserId>(),
                  .organization_id = row["organization_id"].As<OrganizationId>(),
                  .branch_id = {},
                  .unit_id = {},
                  .last_name = row["last_name"].Text(),
                  .first_name = row["first_name"].Text(),
                  .middle_name = row["middle_name"].Text(),
                  .roles = {}};
}

std::vector<OrganizationId> ListCenters(db::Tx& tx) {
  std::vector<OrganizationId> ids;
  for (const auto& row : tx.Run(queries::kListCenters)) {
    ids.push_back(row["id"].As<OrganizationId>());
  }
  return ids;
}

}  // namespace okno::access::storage

namespace okno::access {
namespace {

Organization ReadOrganization(const db::Row& row) {
  return {.id = row["id"].As<OrganizationId>(),
          .kind = storage::ReadKind(row["kind"].Text()),
          .code = row["code"].Text(),
          .name = row["name"].Text(),
          .short_name = row["short_name"].Text(),
          .ogrn = row["ogrn"].Text(),
          .inn = row["inn"].Text(),
          .kpp = row["kpp"].Text(),
          .address = row["address"].Text(),
          .time_zone = row["time_zone"].Text()};
}

Unit ReadUnit(const db::Row& row) {
  return {.id = row["id"].As<UnitId>(),
          .organization_id = row["organization_id"].As<OrganizationId>(),
          .parent_id = row["parent_id"].Maybe<UnitId>(),
          .name = row["name"].Text()};
}

Employee ReadEmployee(const db::Row& row) {
  return {.user_id = row["user_id"].As<UserId>(),
          .organization_id = row["organization_id"].As<OrganizationId>(),
          .branch_id = row["branch_id"].Maybe<BranchId>(),
          .unit_id = row["unit_id"].Maybe<UnitId>(),
          .last_name = row["last_name"].Text(),
          .first_name = row["first_name"].Text(),
          .middle_name = row["middle_name"].Text(),
          .roles = row["roles"].As<std::vector<std::string>>(),
          .active = row["active"].As<bool>()};
}

StaffMember ReadStaffMember(const db::Row& row) {
  return {.login = row["login"].Text(),
          .employee = ReadEmployee(row),
          .position = row["position"].Text(),
          .locked = row["locked"].As<bool>(),
          .has_second_factor = row["has_second_factor"].As<bool>()};
}

Branch ReadBranch(const db::Row& row) { return ReadBranchAt(row, ""); }

template <typename Read>
auto ReadAll(const db::Rows& rows, Read read) {
  std::vector<decltype(read(rows.front()))> values;
  for (const auto& row : rows) values.push_back(read(row));
  return values;
}

template <typename Read>
auto ReadFirst(const db::Rows& rows, Read read) {
  using Value = decltype(read(rows.front()));
  return rows.empty() ? std::optional<Value>() : read(rows.front());
}

}  // namespace

Branch ReadBranchAt(const db::Row& row, const std::string& prefix) {
  return {.id = row[prefix + "id"].As<BranchId>(),
          .organization_id = row[prefix + "organization_id"].As<OrganizationId>(),
          .parent_id = row[prefix + "parent_id"].Maybe<BranchId>(),
          .code = row[prefix + "code"].Text(),
          .name = row[prefix + "name"].Text(),
          .address = row[prefix + "address"].Text(),
          .hours = row[prefix + "hours"].Text(),
          .time_zone = row[prefix + "time_zone"].Text()};
}

std::optional<Unit> storage::FindUnit(db::Tx& tx, const UnitId& id) {
  return ReadFirst(tx.Run(queries::kFindUnit, id), ReadUnit);
}

std::optional<Organization> FindOrganization(db::Tx& tx, const OrganizationId& id) {
  return ReadFirst(tx.Run(queries::kFindOrganization, id), ReadOrganization);
}

std::optional<Organization> FindOrganizationByCode(db::Tx& tx, std::string_view code) {
  return ReadFirst(tx.Run(queries::kFindOrganizationByCode, code), ReadOrganization);
}

std::vector<Organization> ListOrganizations(db::Tx& tx) {
  return ReadAll(tx.Run(queries::kListOrganizations), ReadOrganization);
}

std::optional<Branch> FindBranch(db::Tx& tx, const BranchId& id) {
  return ReadFirst(tx.Run(queries::kFindBranch, id), ReadBranch);
}

std::vector<Branch> ListBranches(db::Tx& tx, const OrganizationId& organization_id) {
  return ReadAll(tx.Run(queries::kListBranches, organization_id), ReadBranch);
}

std::vector<BranchId> BranchScope(db::Tx& tx, const BranchId& id) {
  return ReadAll(tx.Run(queries::kListBranchScope, id),
                 [](const db::Row& row) { return row["id"].As<BranchId>(); });
}

std::vector<Unit> ListUnits(db::Tx& tx, const OrganizationId& organization_id) {
  return ReadAll(tx.Run(queries::kListUnits, organization_id), ReadUnit);
}

std::vector<UnitId> UnitScope(db::Tx& tx, const UnitId& id) {
  return ReadAll(tx.Run(queries::kListUnitScope, id),
                 [](const db::Row& row) { return row["id"].As<UnitId>(); });
}

std::vector<Employee> ListEmployees(db::Tx& tx, const OrganizationId& organization_id,
                                    const EmployeeFilter& filter) {
  return ReadAll(tx.Run(queries::kListEmployees, organization_id, filter.role, filter.branch_id,
                        filter.unit_id),
                 ReadEmployee);
}

std::vector<UserId> ListAtWork(db::Tx& tx, const OrganizationId& organization_id,
                               const BranchId& branch_id) {
  return ReadAll(tx.Run(queries::kListAtWork, organization_id, branch_id),
                 [](const db::Row& row) { return row["user_id"].As<UserId>(); });
}

std::optional<Employee> FindEmployee(db::Tx& tx, const UserId& id) {
  return ReadFirst(tx.Run(queries::kFindEmployee, id), ReadEmployee);
}

std::vector<StaffMember> ListStaff(db::Tx& tx) {
  return ReadAll(tx.Run(queries::kListStaff, std::optional<std::string>()), ReadStaffMember);
}

std::optional<StaffMember> FindStaffMember(db::Tx& tx, std::string_view login) {
  return ReadFirst(tx.Run(queries::kListStaff, login), ReadStaffMember);
}

}  // namespace okno::access

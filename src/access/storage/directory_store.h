// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "access/directory.h"

// The look-ups of api/access/directory.h are here as well: they are storage and nothing else.
namespace okno::access::storage {

std::string_view KindText(OrganizationKind kind);  // "center", "agency"
OrganizationKind ReadKind(std::string_view text);

// A broken unique constraint surfaces as db::Error.
void InsertOrganization(db::Tx& tx, const Organization& organization, Instant now);
// Its names, numbers and address.
void SaveOrganization(db::Tx& tx, const Organization& organization);
void InsertBranch(db::Tx& tx, const Branch& branch, Instant now);
void InsertUnit(db::Tx& tx, const Unit& unit, Instant now);
void InsertEmployee(db::Tx& tx, const Employee& employee, Instant now);
void SavePost(db::Tx& tx, const Employee& employee);  // roles, branch and unit
std::optional<Unit> FindUnit(db::Tx& tx, const UnitId& id);

// Whose login this is, also when the account is locked or its owner works here no more; ids and
// names only.
std::optional<Employee> FindAccount(db::Tx& tx, std::string_view login);
std::vector<OrganizationId> ListCenters(db::Tx& tx);

}  // namespace okno::access::storage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "access/principal.h"
#include "db/pool.h"

// What papers tell people besides names: where to call, and as who an employee signs. All inside
// the caller's transaction and scope; texts are printed as they were written, "" when not told.
namespace okno::access {

struct Contacts {
  std::string branch_phone;    // "+7 (800) 000-01-01"
  std::string contact_phone;   // of the contact centre of the organization
};
Contacts FindContacts(db::Tx& tx, const BranchId& branch_id);
std::string FindPosition(db::Tx& tx, const UserId& user_id);  // "ведущий специалист"

void SetBranchPhone(db::Tx& tx, const BranchId& branch_id, std::string_view phone);
void SetContactPhone(db::Tx& tx, const OrganizationId& organization_id, std::string_view phone);
void SetPosition(db::Tx& tx, const UserId& user_id, std::string_view position);

}  // namespace okno::access

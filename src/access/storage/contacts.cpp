// SPDX-License-Identifier: Apache-2.0
#include "access/contacts.h"

#include "access/queries.h"

namespace okno::access {

Contacts FindContacts(db::Tx& tx, const BranchId& branch_id) {
  const auto rows = tx.Run(queries::kFindContacts, branch_id);
  if (rows.empty()) return {};
  return {rows.front()["phone"].Text(), rows.front()["contact_phone"].Text()};
}

std::string FindPosition(db::Tx& tx, const UserId& user_id) {
  const auto rows = tx.Run(queries::kFindPosition, user_id);
  return rows.empty() ? std::string() : rows.front()["position"].Text();
}

void SetBranchPhone(db::Tx& tx, const BranchId& branch_id, std::string_view phone) {
  tx.Run(queries::kSetBranchPhone, branch_id, phone);
}

void SetContactPhone(db::Tx& tx, const OrganizationId& organization_id, std::string_view phone) {
  tx.Run(queries::kSetContactPhone, organization_id, phone);
}

void SetPosition(db::Tx& tx, const UserId& user_id, std::string_view position) {
  tx.Run(queries::kSetPosition, user_id, position);
}

}  // namespace okno::access

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/audit.h"
#include "db/pool.h"

namespace okno::access::storage {

struct StoredEntry {
  Uuid id;
  Instant at;
  AuditEntry entry;
  long long serial = 0;  // 0 = not sealed
  std::string hash;
};
struct ChainHead {
  long long serial = 0;
  std::string hash;
};
struct Seal {
  Uuid id;
  long long serial;
  std::string hash;
};

std::vector<OrganizationId> ListUnsealedOrganizations(db::Tx& tx);
ChainHead LockHead(db::Tx& tx, const OrganizationId& id);
ChainHead FindHead(db::Tx& tx, const OrganizationId& id);
std::vector<StoredEntry> ListUnsealed(db::Tx& tx, const OrganizationId& id, int limit);
void SaveSeals(db::Tx& tx, const OrganizationId& id, const std::vector<Seal>& seals);
std::vector<StoredEntry> ListChain(db::Tx& tx, const OrganizationId& id, long long after,
                                   int limit);

struct AuditFilter {
  OrganizationId organization_id;
  std::optional<std::string> object_kind, object_id, event;
  std::optional<UserId> user_id;
  long long before;  // serial
  int limit = 50;
};
std::vector<StoredEntry> ListEntries(db::Tx& tx, const AuditFilter& filter);  // newest first

}  // namespace okno::access::storage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/audit.h"
#include "access/audit_objects.h"
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
  std::optional<Instant> from, until;               // until: not included
  std::optional<std::vector<AuditObject>> objects;  // any of these
  long long before;                                 // serial
  int limit = 50;
};
std::vector<StoredEntry> ListEntries(db::Tx& tx, const AuditFilter& filter);  // newest first

// A request that reads, as one session sent it.
struct Reading {
  SessionId session_id;
  std::string request_sha256;
};
// WriteAudit, unless the session has left an entry of the same reading since `since`.
void WriteReading(db::Tx& tx, const AuditEntry& entry, const Reading& reading, Instant since,
                  Instant now);
// WriteAudit; with the reason kRepeat when a request with the person's key has been told before.
void WriteKeyed(db::Tx& tx, const AuditEntry& entry, const std::string& key, Instant now);
void ForgetReadings(db::Tx& tx, Instant before);

}  // namespace okno::access::storage

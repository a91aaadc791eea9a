// SPDX-License-Identifier: Apache-2.0
#include "storage/audit_store.h"

#include "access/idempotency.h"
#include "access/queries.h"
#include "text/strings.h"

namespace okno::access {

void WriteAudit(db::Tx& tx, const AuditEntry& entry, Instant now) {
  tx.Queue(queries::kInsertAuditEntry, Uuid::NewV7(), entry.organization_id, now, entry.event,
           entry.user_id, entry.user_name, entry.object_kind, entry.object_id, entry.reason,
           entry.remote_address, entry.request_id);
}

namespace storage {
namespace {

StoredEntry ReadEntry(const db::Row& row, const OrganizationId& organization_id) {
  return {.id = row["id"].As<Uuid>(),
          .at = row["at"].As<Instant>(),
          .entry = {.event = row["event"].Text(),
                    .organization_id = organization_id,
                    .user_id = row["user_id"].Maybe<UserId>(),
                    .user_name = row["user_name"].Text(),
                    .object_kind = row["object_kind"].Text(),
                    .object_id = row["object_id"].Text(),
                    .reason = row["reason"].Text(),
                    .remote_address = row["remote_address"].Text(),
                    .request_id = row["request_id"].Text()}};
}

std::vector<StoredEntry> ReadSealed(const db::Rows& rows, const OrganizationId& organization_id) {
  std::vector<StoredEntry> entries;
  for (const auto& row : rows) {
    entries.push_back(ReadEntry(row, organization_id));
    entries.back().serial = row["serial"].As<long long>();
    entries.back().hash = row["hash"].As<db::Bytes>().value;
  }
  return entries;
}

ChainHead ReadHead(const db::Rows& rows) {
  if (rows.empty()) return {};
  return {rows.front()["serial"].As<long long>(), rows.front()["hash"].As<db::Bytes>().value};
}

}  // namespace

std::vector<OrganizationId> ListUnsealedOrganizations(db::Tx& tx) {
  std::vector<OrganizationId> ids;
  for (const auto& row : tx.Run(queries::kListUnsealedOrganizations)) {
    ids.push_back(row["organization_id"].As<OrganizationId>());
  }
  return ids;
}

ChainHead LockHead(db::Tx& tx, const OrganizationId& id) {
  tx.Queue(queries::kCreateAuditHead, id);
  return ReadHead(tx.Run(queries::kLockAuditHead, id));
}

ChainHead FindHead(db::Tx& tx, const OrganizationId& id) {
  return ReadHead(tx.Run(queries::kFindAuditHead, id));
}

std::vector<StoredEntry> ListUnsealed(db::Tx& tx, const OrganizationId& id, int limit) {
  std::vector<StoredEntry> entries;
  for (const auto& row : tx.Run(queries::kListUnsealed, id, limit)) {
    entries.push_back(ReadEntry(row, id));
  }
  return entries;
}

void SaveSeals(db::Tx& tx, const OrganizationId& id, const std::vector<Seal>& seals) {
  std::vector<std::string> ids, serials, hashes;
  for (const auto& seal : seals) {
    ids.push_back(seal.id.ToString());
    serials.push_back(std::to_string(seal.serial));
    hashes.push_back(text::HexEncode(seal.hash));
  }
  tx.Queue(queries::kSealEntries, id, ids, serials, hashes);
  tx.Queue(queries::kMoveAuditHead, id, seals.back().serial, db::Bytes{seals.back().hash});
}

std::vector<StoredEntry> ListChain(db::Tx& tx, const OrganizationId& id, long long after,
                                   int limit) {
  return ReadSealed(tx.Run(queries::kListChain, id, after, limit), id);
}

std::vector<StoredEntry> ListEntries(db::Tx& tx, const AuditFilter& filter) {
  std::optional<std::vector<std::string>> kinds, ids;
  if (filter.objects) {
    kinds.emplace();
    ids.emplace();
    for (const auto& object : *filter.objects) {
      kinds->push_back(object.kind);
      ids->push_back(object.id);
    }
  }
  tx.Queue(queries::kPlanEachTime);
  return ReadSealed(tx.Run(queries::kListAuditEntries, filter.organization_id, filter.before,
                           filter.object_kind, filter.object_id, filter.user_id, filter.event,
                           filter.from, filter.until, kinds, ids, filter.limit),
                    filter.organization_id);
}

void WriteReading(db::Tx& tx, const AuditEntry& entry, const Reading& reading, Instant since,
                  Instant now) {
  tx.Queue(queries::kInsertViewEntry, Uuid::NewV7(), entry.organization_id, now, entry.event,
           entry.user_id, entry.user_name, entry.object_kind, entry.object_id, entry.reason,
           entry.remote_address, entry.request_id, reading.session_id,
           db::Bytes{reading.request_sha256}, since);
}

void WriteKeyed(db::Tx& tx, const AuditEntry& entry, const std::string& key, Instant now) {
  tx.Queue(queries::kInsertKeyedEntry, Uuid::NewV7(), entry.organization_id, now, entry.event,
           entry.user_id, entry.user_name, entry.object_kind, entry.object_id, entry.reason,
           entry.remote_address, entry.request_id, key, std::string(kRepeat));
}

void ForgetReadings(db::Tx& tx, Instant before) { tx.Queue(queries::kDeleteOldViews, before); }

}  // namespace storage
}  // namespace okno::access

// SPDX-License-Identifier: Apache-2.0
#include "access/audit.h"
#include "logic/rules/chain.h"
#include "storage/audit_store.h"

namespace okno::access {
namespace {

constexpr int kBatch = 1000;

int SealBatch(db::Tx& tx, const OrganizationId& id) {
  auto head = storage::LockHead(tx, id);
  std::vector<storage::Seal> seals;
  for (const auto& entry : storage::ListUnsealed(tx, id, kBatch)) {
    head.hash = rules::ChainHash(head.hash, ++head.serial, entry);
    seals.push_back({entry.id, head.serial, head.hash});
  }
  if (!seals.empty()) storage::SaveSeals(tx, id, seals);
  return static_cast<int>(seals.size());
}

// Whether the entry is the next link after `head`. A chain made anew as a whole differs from `end`,
// the head as kept.
bool IsNext(const storage::StoredEntry& entry, const storage::ChainHead& head,
            const storage::ChainHead& end) {
  if (entry.serial != head.serial + 1) return false;
  if (entry.serial == end.serial && entry.hash != end.hash) return false;
  return entry.hash == rules::ChainHash(head.hash, entry.serial, entry);
}

// Goes on with the chain from `head` over one page; whether it went to a full page without a break.
bool VerifyPage(const std::vector<storage::StoredEntry>& page, const storage::ChainHead& end,
                storage::ChainHead& head, AuditVerdict& verdict) {
  for (const auto& entry : page) {
    if (!IsNext(entry, head, end)) {
      verdict.first_broken = head.serial + 1;
      return false;
    }
    head = {entry.serial, entry.hash};
    ++verdict.checked;
  }
  return page.size() == kBatch;
}

}  // namespace

int SealAudit(db::Pool& pool) {
  const auto organizations = pool.Transact(
      db::Scope::System(), [](db::Tx& tx) { return storage::ListUnsealedOrganizations(tx); });
  int sealed = 0;
  for (const auto& id : organizations) {
    int batch = kBatch;
    while (batch == kBatch) {
      batch =
          pool.Transact(db::Scope::Organization(id), [&](db::Tx& tx) { return SealBatch(tx, id); });
      sealed += batch;
    }
  }
  return sealed;
}

AuditVerdict VerifyAudit(db::Pool& pool, const OrganizationId& organization_id) {
  const auto scope = db::Scope::Organization(organization_id);
  // Read first: rows sealed while we verify lie behind it and are not missed.
  const auto end =
      pool.Transact(scope, [&](db::Tx& tx) { return storage::FindHead(tx, organization_id); });
  AuditVerdict verdict;
  storage::ChainHead head;
  bool more = true;
  while (more) {
    const auto page = pool.Transact(scope, [&](db::Tx& tx) {
      return storage::ListChain(tx, organization_id, head.serial, kBatch);
    });
    more = VerifyPage(page, end, head, verdict);
  }
  if (!verdict.first_broken && head.serial < end.serial) verdict.first_broken = head.serial + 1;
  return verdict;
}

}  // namespace okno::access

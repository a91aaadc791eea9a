// SPDX-License-Identifier: Apache-2.0
#include "access/asking.h"
#include "access/queries.h"
#include "crypto/hash.h"

namespace okno::access {

namespace {

constexpr std::chrono::days kKeptFor{7};

Result<std::optional<Json>> ReadAnswer(const db::Rows& rows) {
  if (rows.empty()) return std::optional<Json>();
  if (!rows.front()["same"].As<bool>()) return Refusal::Invalid("request.idempotency_mismatch");
  return std::optional<Json>(rows.front()["answer"].As<Json>());
}

}  // namespace

CreateKey MakeCreateKey(const Principal& principal, std::string key, std::string_view operation,
                        std::string_view request) {
  return {principal.organization_id, principal.user_id, std::move(key), std::string(operation),
          crypto::Sha256(request)};
}

Result<std::optional<Json>> Replay(db::Tx& tx, const CreateKey& key) {
  // The lock is held to the end of the transaction: of two equal requests at once the second waits
  // here.
  tx.Queue(queries::kLockCreateKey, key.organization_id, key.user_id, key.key);
  return ReadAnswer(tx.Run(queries::kFindCreateKey, key.organization_id, key.user_id, key.key,
                           key.operation, db::Bytes{key.request_sha256}));
}

db::Pending<bool> AskToTake(db::Tx& tx, const CreateKey& key, const Json& answer, Instant now) {
  return db::Ask(tx, queries::kTakeCreateKey, key.organization_id, key.user_id, key.key,
                 key.operation, db::Bytes{key.request_sha256}, answer, now)
      .Then([](const db::Rows& rows) { return rows.affected() == 1; });
}

void Remember(db::Tx& tx, const CreateKey& key, const Json& answer, Instant now) {
  tx.Queue(queries::kInsertCreateKey, key.organization_id, key.user_id, key.key, key.operation,
           db::Bytes{key.request_sha256}, answer, now);
}

long long ForgetOldKeys(db::Pool& db, Instant now) {
  return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return tx.Run(queries::kDeleteOldCreateKeys, now - kKeptFor).affected();
  });
}

}  // namespace okno::access

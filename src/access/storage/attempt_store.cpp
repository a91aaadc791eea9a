// SPDX-License-Identifier: Apache-2.0
#include "storage/attempt_store.h"

#include "access/queries.h"

namespace okno::access::storage {

std::optional<Instant> CountAttempt(db::Tx& tx, const std::string& key, const Pace& pace,
                                    Instant now) {
  const auto counted =
      tx.Run(queries::kCountAttempt, db::Bytes{key}, now, now - pace.forgotten_after,
             pace.free_failures, pace.first_pause.count(), pace.longest_pause.count());
  if (!counted.empty()) return std::nullopt;
  const auto block = tx.Run(queries::kFindBlock, db::Bytes{key});
  return block.empty() ? now : block.front()["blocked_until"].As<Instant>();
}

bool IsBlocked(db::Tx& tx, const std::string& key, Instant now) {
  const auto block = tx.Run(queries::kFindBlock, db::Bytes{key});
  return !block.empty() && block.front()["blocked_until"].As<Instant>() > now;
}

void TakeBackAttempt(db::Tx& tx, const std::string& key, Instant now) {
  tx.Queue(queries::kTakeBackAttempt, db::Bytes{key}, now);
}

void ForgetAttempts(db::Tx& tx, const std::string& key) {
  tx.Queue(queries::kForgetAttempts, db::Bytes{key});
}

void ForgetAllAttempts(db::Tx& tx, const std::string& key_head) {
  tx.Queue(queries::kForgetAllAttempts, db::Bytes{key_head});
}

long long DeleteOldAttempts(db::Tx& tx, Instant before) {
  return tx.Run(queries::kDeleteOldAttempts, before).affected();
}

}  // namespace okno::access::storage

// SPDX-License-Identifier: Apache-2.0
#include "storage/signing_key_store.h"

#include "access/queries.h"

namespace okno::access::storage {

std::optional<KeptKey> FindSigningKey(db::Tx& tx, const UserId& id) {
  const auto rows = tx.Run(queries::kFindSigningKey, id);
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return KeptKey{row["pkcs12"].As<db::Bytes>().value, row["certificate_der"].As<db::Bytes>().value,
                 row["kept_at"].As<Instant>()};
}

void KeepSigningKey(db::Tx& tx, const UserId& id, const KeptKey& key) {
  tx.Queue(queries::kKeepSigningKey, id, db::Bytes{key.pkcs12}, db::Bytes{key.certificate_der},
           key.kept_at);
}

bool DeleteSigningKey(db::Tx& tx, const UserId& id) {
  return tx.Run(queries::kDeleteSigningKey, id).affected() == 1;
}

}  // namespace okno::access::storage

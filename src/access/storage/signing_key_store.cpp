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
           key.kept_at, key.not_after);
}

bool DeleteSigningKey(db::Tx& tx, const UserId& id) {
  return tx.Run(queries::kDeleteSigningKey, id).affected() == 1;
}

std::vector<EndingKey> ListEndingKeys(db::Tx& tx, const OrganizationId& id, Instant before) {
  std::vector<EndingKey> keys;
  for (const auto& row : tx.Run(queries::kListEndingKeys, id, before)) {
    Employee employee;
    employee.last_name = row["last_name"].Text();
    employee.first_name = row["first_name"].Text();
    employee.middle_name = row["middle_name"].Text();
    keys.push_back(
        {row["user_id"].As<UserId>(), employee.DisplayName(), row["not_after"].As<Instant>()});
  }
  return keys;
}

KeyOutlook OutlookOfKeys(db::Tx& tx, Instant now, Instant soon) {
  const auto rows = tx.Run(queries::kOutlookOfKeys, now, soon);
  const auto row = rows.front();
  return {static_cast<int>(row["ended"].As<long long>()),
          static_cast<int>(row["ending"].As<long long>()), row["nearest_end"].Maybe<Instant>()};
}

std::vector<std::pair<UserId, std::string>> ListUndatedKeys(db::Tx& tx) {
  std::vector<std::pair<UserId, std::string>> keys;
  for (const auto& row : tx.Run(queries::kListUndatedKeys)) {
    keys.emplace_back(row["user_id"].As<UserId>(), row["certificate_der"].As<db::Bytes>().value);
  }
  return keys;
}

void SetKeyTerm(db::Tx& tx, const UserId& id, Instant not_after) {
  tx.Queue(queries::kSetKeyTerm, id, not_after);
}

}  // namespace okno::access::storage

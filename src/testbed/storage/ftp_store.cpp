// SPDX-License-Identifier: Apache-2.0
#include "storage/ftp_store.h"

#include "testbed/queries.h"

namespace okno::testbed::storage {

void Insert(db::Tx& tx, const FtpAccount& account) {
  tx.Queue(queries::kInsertFtpAccount, account.user_name, account.password, account.message_id,
           account.directory, account.recipient, account.valid_until);
}

std::optional<FtpAccount> FindAccount(db::Tx& tx, std::string_view user_name, Instant now) {
  auto rows = tx.Run(queries::kFindFtpAccount, user_name, now);
  if (rows.empty()) return std::nullopt;
  auto row = rows.front();
  return FtpAccount{row["user_name"].Text(),      row["password"].Text(),
                    row["message_id"].As<Uuid>(), row["directory"].As<Uuid>(),
                    row["recipient"].Text(),      row["valid_until"].As<Instant>()};
}

void DeleteAccounts(db::Tx& tx, const Uuid& message_id, std::string_view recipient) {
  tx.Queue(queries::kDeleteFtpAccounts, message_id, recipient);
}

void DeleteExpiredAccounts(db::Tx& tx, Instant now) {
  tx.Queue(queries::kDeleteExpiredFtpAccounts, now);
}

bool IsAwaited(db::Tx& tx, const Uuid& message_id) {
  return !tx.Run(queries::kMessageIsAwaited, message_id).empty();
}

}  // namespace okno::testbed::storage

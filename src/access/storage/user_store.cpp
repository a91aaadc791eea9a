// SPDX-License-Identifier: Apache-2.0
#include "storage/user_store.h"

#include "access/queries.h"

namespace okno::access::storage {
namespace {

std::string BytesOrEmpty(const db::Cell& cell) {
  auto bytes = cell.Maybe<db::Bytes>();
  return bytes ? bytes->value : std::string();
}

std::optional<db::Bytes> BytesOrNull(const std::string& bytes) {
  return bytes.empty() ? std::optional<db::Bytes>() : db::Bytes{bytes};
}

Totp ReadTotp(const db::Row& row) {
  return {.secret = BytesOrEmpty(row["totp_secret"]),
          .pending_secret = BytesOrEmpty(row["totp_pending_secret"]),
          .last_step = row["totp_last_step"].As<long long>()};
}

std::optional<User> ReadUser(const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return User{.id = row["id"].As<UserId>(),
              .login = row["login"].Text(),
              .password_hash = row["password_hash"].Text(),
              .totp = ReadTotp(row),
              .locked = row["locked"].As<bool>()};
}

}  // namespace

std::optional<User> FindUserByLogin(db::Tx& tx, std::string_view login) {
  return ReadUser(tx.Run(queries::kFindUserByLogin, login));
}

std::optional<User> FindUser(db::Tx& tx, const UserId& id) {
  return ReadUser(tx.Run(queries::kFindUser, id));
}

std::optional<User> LockUserRow(db::Tx& tx, const UserId& id) {
  return ReadUser(tx.Run(queries::kLockUserRow, id));
}

void InsertUser(db::Tx& tx, const User& user, Instant now) {
  tx.Run(queries::kInsertUser, user.id, user.login, user.password_hash, now);
}

void SetPassword(db::Tx& tx, const UserId& id, const std::string& hash) {
  tx.Queue(queries::kSetUserPassword, id, hash);
}

void SetLockedAt(db::Tx& tx, const UserId& id, std::optional<Instant> at) {
  tx.Queue(queries::kSetUserLockedAt, id, at);
  tx.Queue(queries::kSetActive, id, !at);
}

void SetTotp(db::Tx& tx, const UserId& id, const Totp& totp) {
  tx.Queue(queries::kSetTotp, id, BytesOrNull(totp.secret), BytesOrNull(totp.pending_secret),
           totp.last_step);
}

std::vector<std::pair<UserId, Totp>> LockSecrets(db::Tx& tx) {
  std::vector<std::pair<UserId, Totp>> secrets;
  for (const auto& row : tx.Run(queries::kLockSecrets)) {
    secrets.emplace_back(row["id"].As<UserId>(), ReadTotp(row));
  }
  return secrets;
}

}  // namespace okno::access::storage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "db/pool.h"
#include "time/time.h"

// Secrets of users. Only Scope::System() sees them.
namespace okno::access::storage {

// Secrets as they lie in the row: sealed (access/secret_keys.h).
struct Totp {
  std::string secret;          // "" = no second factor
  std::string pending_secret;  // shown, not yet confirmed
  long long last_step = 0;
};
struct User {
  UserId id;
  std::string login;
  std::string password_hash;
  Totp totp;
  bool locked = false;
};

std::optional<User> FindUserByLogin(db::Tx& tx, std::string_view login);
std::optional<User> FindUser(db::Tx& tx, const UserId& id);
std::optional<User> LockUserRow(db::Tx& tx, const UserId& id);  // FOR UPDATE
void InsertUser(db::Tx& tx, const User& user, Instant now);
void SetPassword(db::Tx& tx, const UserId& id, const std::string& hash);
// Who is not let in is not at work either.
void SetLockedAt(db::Tx& tx, const UserId& id, std::optional<Instant> at);
void SetTotp(db::Tx& tx, const UserId& id, const Totp& totp);
// Of all users who have one; locked until the transaction ends.
std::vector<std::pair<UserId, Totp>> LockSecrets(db::Tx& tx);

}  // namespace okno::access::storage

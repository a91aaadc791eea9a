// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "access/principal.h"
#include "db/pool.h"
#include "time/time.h"

// Secrets of users. Only Scope::System() sees them.
namespace okno::access::storage {

struct Totp {
  std::string secret;          // raw bytes; "" = no second factor
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
void SetLockedAt(db::Tx& tx, const UserId& id, std::optional<Instant> at);
void SetTotp(db::Tx& tx, const UserId& id, const Totp& totp);

}  // namespace okno::access::storage

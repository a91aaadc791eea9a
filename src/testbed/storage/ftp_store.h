// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "db/pool.h"

namespace okno::testbed::storage {

// A one-off account on the FTP server: opens one directory of one message, read only.
struct FtpAccount {
  std::string user_name, password;
  Uuid message_id, directory;
  std::string recipient;
  Instant valid_until;
};
void Insert(db::Tx& tx, const FtpAccount& account);
std::optional<FtpAccount> FindAccount(db::Tx& tx, std::string_view user_name, Instant now);
void DeleteAccounts(db::Tx& tx, const Uuid& message_id, std::string_view recipient);
void DeleteExpiredAccounts(db::Tx& tx, Instant now);
// Whether somebody has still to acknowledge the message.
bool IsAwaited(db::Tx& tx, const Uuid& message_id);

}  // namespace okno::testbed::storage

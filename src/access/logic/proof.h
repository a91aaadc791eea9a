// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "access/directory.h"
#include "base/result.h"
#include "storage/user_store.h"

// Proof of knowing a password, slowed down after failures. Whoever asks for it is counted before
// the password is judged, so guesses in parallel are all seen, by all processes.
namespace okno::access {

struct Attempt {
  std::string login;  // folded
  std::string password;
  std::string remote_address;
};
// The user with this login whose password was right. Takes as long for an unknown login as for a
// known one. Refused "access.too_many_attempts" (detail: seconds to wait),
// "access.wrong_credentials". A success must be followed by Succeeded or Withdrawn in the
// transaction of its effect, or it stays counted as a failure.
Result<storage::User> ProvePassword(const Context& context, const Attempt& attempt);

// What is paused now: "login", "address" or "" when the next attempt is judged at once.
std::string PauseOf(db::Tx& tx, const Attempt& attempt, Instant now);

// The person is who they say: their failures are forgotten.
void Succeeded(db::Tx& tx, const Attempt& attempt, Instant now);
// Nothing was guessed (a second factor is still to come): as if not attempted.
void Withdrawn(db::Tx& tx, const Attempt& attempt, Instant now);

}  // namespace okno::access

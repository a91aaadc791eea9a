// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "access/directory.h"
#include "access/signing_keys.h"
#include "base/result.h"
#include "storage/attempt_store.h"
#include "storage/user_store.h"

// Proof of knowing a password, slowed down after failures. Whoever asks for it is counted before
// the password is judged, so guesses in parallel are all seen, by all processes.
//
// A login and an address (of IPv6 the /64, which one household or office has) are paced by all who
// try them, so that strangers could keep a person out. A browser that has signed in with the login
// before is therefore paced by itself alone: `device`.
namespace okno::access {

struct Attempt {
  std::string login;  // folded
  std::string password;
  std::string remote_address;
  std::string device = {};  // mark of a browser this login is known from (known_devices.h), or ""
};
// The user with this login whose password was right. Takes as long for an unknown login as for a
// known one. Refused "access.too_many_attempts" (detail: seconds to wait),
// "access.wrong_credentials". A success must be followed by Succeeded or Withdrawn in the
// transaction of its effect, or it stays counted as a failure.
Result<storage::User> ProvePassword(const Context& context, const Attempt& attempt);

// A session left open is not enough for what its owner alone may change: the password is asked
// again, guessing it is slowed down as at sign-in, and a wrong one stands in the access journal.
struct OwnProof {
  const Principal& principal;
  const OwnPassword& own;
  const char* reason;   // for the journal: "password_change"
  const char* pointer;  // of the password in the request
};
// Forgives earlier failures; nothing is to follow. Refused "input.invalid" at `pointer`
// ("access.password_wrong"), "access.too_many_attempts".
Outcome ProveOwn(const Context& context, const OwnProof& proof);

// Counts a guess of something of one's own, as failed until storage::ForgetAttempts. Refused
// "access.too_many_attempts" (detail: seconds to wait).
Outcome CountGuess(db::Tx& tx, const std::string& key, const storage::Pace& pace, Instant now);
// An entry about a wrong password or code in a session of the principal.
void NoteRefusedProof(const Context& context, const Principal& principal, const OwnPassword& own,
                      std::string reason);

// What is paused now: "login", "address", "device" or "" when the next attempt is judged at once.
std::string PauseOf(db::Tx& tx, const Attempt& attempt, Instant now);

// The person is who they say: their failures are forgotten.
void Succeeded(db::Tx& tx, const Attempt& attempt, Instant now);
// Nothing was guessed (a second factor is still to come): as if not attempted.
void Withdrawn(db::Tx& tx, const Attempt& attempt, Instant now);
// A new password was set for this login (folded): its failures no longer count, from no device.
void ForgetFailures(db::Tx& tx, const std::string& login);

}  // namespace okno::access

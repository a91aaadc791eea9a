// SPDX-License-Identifier: Apache-2.0
#include "logic/proof.h"

#include <algorithm>

#include "crypto/hash.h"
#include "storage/attempt_store.h"

namespace okno::access {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
constexpr storage::Pace kLoginPace{5, seconds(30), minutes(15), minutes(60)};
// A whole branch may sit behind one address: more is free, and nobody waits longer than a minute
// for others' mistakes.
constexpr storage::Pace kAddressPace{50, seconds(10), minutes(1), minutes(15)};

std::string LoginKey(const Attempt& attempt) { return crypto::Sha256("login " + attempt.login); }
std::string AddressKey(const Attempt& attempt) {
  return crypto::Sha256("address " + attempt.remote_address);
}

Outcome BlockedUntil(std::optional<Instant> until, Instant now) {
  if (!until) return Done();
  const auto wait = std::max(std::chrono::ceil<seconds>(*until - now), seconds(1));
  return Refusal{
      RefusalKind::kTooMany, "access.too_many_attempts", std::to_string(wait.count()), {}};
}

using Found = std::optional<storage::User>;
Result<Found> CountAndFind(const Context& context, const Attempt& attempt) {
  const Instant now = context.clock.Now();
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<Found> {
    auto address =
        BlockedUntil(storage::CountAttempt(tx, AddressKey(attempt), kAddressPace, now), now);
    if (!address) return address.refusal();
    auto login = BlockedUntil(storage::CountAttempt(tx, LoginKey(attempt), kLoginPace, now), now);
    if (!login) return login.refusal();
    return storage::FindUserByLogin(tx, attempt.login);
  });
}

}  // namespace

Result<storage::User> ProvePassword(const Context& context, const Attempt& attempt) {
  static const std::string nobodys_hash = crypto::HashPassword(crypto::RandomToken());
  auto counted = CountAndFind(context, attempt);
  if (!counted) return counted.refusal();
  const Found& user = *counted;
  // Outside any transaction: 30 ms of work must not hold a connection.
  const bool right =
      crypto::VerifyPassword(attempt.password, user ? user->password_hash : nobodys_hash);
  if (!user || !right) {
    return Refusal{RefusalKind::kUnauthorized, "access.wrong_credentials", {}, {}};
  }
  return *user;
}

std::string PauseOf(db::Tx& tx, const Attempt& attempt, Instant now) {
  if (storage::IsBlocked(tx, LoginKey(attempt), now)) return "login";
  return storage::IsBlocked(tx, AddressKey(attempt), now) ? "address" : "";
}

// Both touch the rows in the order in which they were counted, so that two sign-ins do not lock
// each other out.
void Succeeded(db::Tx& tx, const Attempt& attempt, Instant now) {
  storage::TakeBackAttempt(tx, AddressKey(attempt), now);
  storage::ForgetAttempts(tx, LoginKey(attempt));
}

void Withdrawn(db::Tx& tx, const Attempt& attempt, Instant now) {
  storage::TakeBackAttempt(tx, AddressKey(attempt), now);
  storage::TakeBackAttempt(tx, LoginKey(attempt), now);
}

}  // namespace okno::access

// SPDX-License-Identifier: Apache-2.0
#include "logic/proof.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

#include "access/audit.h"
#include "crypto/hash.h"

namespace okno::access {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
constexpr storage::Pace kLoginPace{5, seconds(30), minutes(15), minutes(60)};
// A whole branch may sit behind one address: more is free, and nobody waits longer than a minute
// for others' mistakes.
constexpr storage::Pace kAddressPace{50, seconds(10), minutes(1), minutes(15)};

// The keys of a login and of all its devices begin alike, so that they can be forgotten together.
constexpr std::size_t kKeyHead = 16;
std::string LoginKey(const std::string& login) { return crypto::Sha256("login " + login); }
std::string LoginKey(const Attempt& attempt) { return LoginKey(attempt.login); }

// Whoever has one address of IPv6 has 2^64 of them.
std::string NetworkOf(const std::string& address) {
  in6_addr parsed{};
  if (inet_pton(AF_INET6, address.c_str(), &parsed) != 1 || IN6_IS_ADDR_V4MAPPED(&parsed))
    return address;
  return "network " + std::string(reinterpret_cast<const char*>(parsed.s6_addr), 8);
}
std::string AddressKey(const Attempt& attempt) {
  return crypto::Sha256("address " + NetworkOf(attempt.remote_address));
}
std::string DeviceKey(const Attempt& attempt) {
  return LoginKey(attempt).substr(0, kKeyHead) + crypto::Sha256("device " + attempt.device);
}
bool IsKnown(const Attempt& attempt) { return !attempt.device.empty(); }

using Found = std::optional<storage::User>;
Result<Found> CountAndFind(const Context& context, const Attempt& attempt) {
  const Instant now = context.clock.Now();
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<Found> {
    if (IsKnown(attempt)) {
      auto own = CountGuess(tx, DeviceKey(attempt), kLoginPace, now);
      if (!own) return own.refusal();
      return storage::FindUserByLogin(tx, attempt.login);
    }
    auto address = CountGuess(tx, AddressKey(attempt), kAddressPace, now);
    if (!address) return address.refusal();
    auto login = CountGuess(tx, LoginKey(attempt), kLoginPace, now);
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

Outcome CountGuess(db::Tx& tx, const std::string& key, const storage::Pace& pace, Instant now) {
  const auto until = storage::CountAttempt(tx, key, pace, now);
  if (!until) return Done();
  const auto wait = std::max(std::chrono::ceil<seconds>(*until - now), seconds(1));
  return Refusal{
      RefusalKind::kTooMany, "access.too_many_attempts", std::to_string(wait.count()), {}};
}

void NoteRefusedProof(const Context& context, const Principal& principal, const OwnPassword& own,
                      std::string reason) {
  context.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    WriteAudit(tx,
               {.event = "session.proof_refused",
                .organization_id = principal.organization_id,
                .user_id = principal.user_id,
                .user_name = principal.display_name,
                .object_kind = "session",
                .object_id = {},
                .reason = std::move(reason),
                .remote_address = own.remote_address,
                .request_id = own.request_id},
               context.clock.Now());
  });
}

Outcome ProveOwn(const Context& context, const OwnProof& proof) {
  // Paced by the session: guesses of strangers at the login must not stop who is in already.
  const Attempt attempt{proof.principal.login, proof.own.password, proof.own.remote_address,
                        "session " + proof.principal.session_id.ToString()};
  auto proven = ProvePassword(context, attempt);
  if (proven) {
    context.db.Transact(db::Scope::System(),
                        [&](db::Tx& tx) { Succeeded(tx, attempt, context.clock.Now()); });
    return Done();
  }
  if (proven.refusal().kind != RefusalKind::kUnauthorized) return proven.refusal();
  NoteRefusedProof(context, proof.principal, proof.own, proof.reason);
  return Refusal::Invalid("input.invalid", {{proof.pointer, "access.password_wrong", {}}});
}

std::string PauseOf(db::Tx& tx, const Attempt& attempt, Instant now) {
  if (IsKnown(attempt)) return storage::IsBlocked(tx, DeviceKey(attempt), now) ? "device" : "";
  if (storage::IsBlocked(tx, LoginKey(attempt), now)) return "login";
  return storage::IsBlocked(tx, AddressKey(attempt), now) ? "address" : "";
}

// Both touch the rows in the order in which they were counted, so that two sign-ins do not lock
// each other out.
void Succeeded(db::Tx& tx, const Attempt& attempt, Instant now) {
  if (IsKnown(attempt)) return storage::ForgetAttempts(tx, DeviceKey(attempt));
  storage::TakeBackAttempt(tx, AddressKey(attempt), now);
  storage::ForgetAttempts(tx, LoginKey(attempt));
}

void ForgetFailures(db::Tx& tx, const std::string& login) {
  storage::ForgetAllAttempts(tx, LoginKey(login).substr(0, kKeyHead));
}

void Withdrawn(db::Tx& tx, const Attempt& attempt, Instant now) {
  if (IsKnown(attempt)) return storage::TakeBackAttempt(tx, DeviceKey(attempt), now);
  storage::TakeBackAttempt(tx, AddressKey(attempt), now);
  storage::TakeBackAttempt(tx, LoginKey(attempt), now);
}

}  // namespace okno::access

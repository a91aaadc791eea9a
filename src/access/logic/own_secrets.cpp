// SPDX-License-Identifier: Apache-2.0
#include "logic/own_secrets.h"

#include "crypto/hash.h"
#include "logic/proof.h"
#include "logic/rules/credentials.h"
#include "logic/rules/one_time_code.h"
#include "storage/session_store.h"

namespace okno::access {
namespace {

constexpr std::size_t kSecretBytes = 20;  // as long as the HMAC's digest, RFC 4226 chapter 4

Refusal WrongField(std::string pointer, std::string code) {
  return Refusal::Invalid("input.invalid", {{std::move(pointer), std::move(code), {}}});
}

// A session left open is not enough: the password is asked again, and guessing it is slowed down as
// at sign-in.
Outcome ProveOwn(const Context& context, const Attempt& attempt, const char* pointer) {
  auto proven = ProvePassword(context, attempt);
  if (proven) return Done();
  if (proven.refusal().kind != RefusalKind::kUnauthorized) return proven.refusal();
  return WrongField(pointer, "access.password_wrong");
}

storage::User GetLocked(db::Tx& tx, const UserId& id) {
  auto user = storage::LockUserRow(tx, id);
  if (!user) throw std::runtime_error("access: the user of a session is gone");
  return *user;
}

}  // namespace

Outcome ChangePassword(const Context& context, const Principal& principal,
                       const PasswordChange& change) {
  if (auto error = rules::JudgePassword("/new", change.fresh, principal.login)) {
    return Refusal::Invalid("input.invalid", {*error});
  }
  if (change.fresh == change.current) return WrongField("/new", "access.password_same");
  const Attempt attempt{principal.login, change.current, change.remote_address};
  auto proven = ProveOwn(context, attempt, "/current");
  if (!proven) return proven;
  const std::string hash = crypto::HashPassword(change.fresh);
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    storage::SetPassword(tx, principal.user_id, hash);
    storage::DeleteOtherSessions(tx, principal.user_id, principal.session_id);
    Succeeded(tx, attempt, context.clock.Now());
    return Done();
  });
}

Result<FactorSecret> BeginSecondFactor(const Services& services, const Principal& principal) {
  const std::string secret = crypto::RandomBytes(kSecretBytes);
  return services.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Result<FactorSecret> {
    auto totp = GetLocked(tx, principal.user_id).totp;
    if (!totp.secret.empty()) return Refusal::Conflict("access.second_factor_active");
    totp.pending_secret = services.keys.Seal(principal.user_id.ToString(), secret);
    storage::SetTotp(tx, principal.user_id, totp);
    return FactorSecret{crypto::Base32Encode(secret), rules::OtpauthUri(principal.login, secret)};
  });
}

Outcome ConfirmSecondFactor(const Services& services, const Principal& principal,
                            const std::string& code) {
  return services.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    const auto totp = GetLocked(tx, principal.user_id).totp;
    const auto secret = services.keys.Open(principal.user_id.ToString(), totp.pending_secret);
    if (!secret) return Refusal::Conflict("access.second_factor_not_begun");
    auto step = rules::MatchStep(*secret, code, services.clock.Now(), totp.last_step);
    if (!step) return WrongField("/code", "access.second_factor_wrong");
    storage::SetTotp(tx, principal.user_id,
                     {.secret = totp.pending_secret, .pending_secret = {}, .last_step = *step});
    return Done();
  });
}

Outcome RemoveSecondFactor(const Context& context, const Principal& principal,
                           const std::string& password, const std::string& remote_address) {
  const Attempt attempt{principal.login, password, remote_address};
  auto proven = ProveOwn(context, attempt, "/password");
  if (!proven) return proven;
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    // The last step stays: a code used today is not good again when the factor is switched on anew.
    const auto user = GetLocked(tx, principal.user_id);
    storage::SetTotp(tx, principal.user_id,
                     {.secret = {}, .pending_secret = {}, .last_step = user.totp.last_step});
    Succeeded(tx, attempt, context.clock.Now());
    return Done();
  });
}

}  // namespace okno::access

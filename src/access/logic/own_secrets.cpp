// SPDX-License-Identifier: Apache-2.0
#include "logic/own_secrets.h"

#include "crypto/hash.h"
#include "logic/proof.h"
#include "logic/rules/credentials.h"
#include "logic/rules/one_time_code.h"
#include "storage/session_store.h"

namespace okno::access {
namespace {

constexpr storage::Pace kCodePace{5, std::chrono::seconds(30), std::chrono::minutes(15),
                                  std::chrono::minutes(60)};
constexpr std::size_t kSecretBytes = 20;  // as long as the HMAC's digest, RFC 4226 chapter 4

Refusal WrongField(std::string pointer, std::string code) {
  return Refusal::Invalid("input.invalid", {{std::move(pointer), std::move(code), {}}});
}

storage::User GetLocked(db::Tx& tx, const UserId& id) {
  auto user = storage::LockUserRow(tx, id);
  if (!user) throw std::runtime_error("access: the user of a session is gone");
  return *user;
}

}  // namespace

Outcome ChangePassword(const Services& services, const Principal& principal,
                       const PasswordChange& change) {
  if (auto error = rules::JudgePassword("/new", change.fresh, principal.login)) {
    return Refusal::Invalid("input.invalid", {*error});
  }
  if (change.fresh == change.current.password) return WrongField("/new", "access.password_same");
  auto proven = ProveOwn({services.db, services.clock},
                         {principal, change.current, "password_change", "/current"});
  if (!proven) return proven.refusal();
  const std::string hash = crypto::HashPassword(change.fresh);
  services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    storage::SetPassword(tx, principal.user_id, hash);
    storage::DeleteOtherSessions(tx, principal.user_id, principal.session_id);
  });
  services.known.Forget();
  return Done();
}

Result<FactorSecret> BeginSecondFactor(const Services& services, const Principal& principal,
                                       const OwnPassword& own) {
  auto proven = ProveOwn({services.db, services.clock},
                         {principal, own, "second_factor_change", "/password"});
  if (!proven) return proven.refusal();
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
                            const OwnPassword& code) {
  const Context context{services.db, services.clock};
  const auto key = crypto::Sha256("second factor code " + principal.user_id.ToString());
  const Instant now = context.clock.Now();
  auto counted = context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    return CountGuess(tx, key, kCodePace, now);
  });
  if (!counted) return counted;
  auto confirmed = context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    const auto totp = GetLocked(tx, principal.user_id).totp;
    const auto secret = services.keys.Open(principal.user_id.ToString(), totp.pending_secret);
    if (!secret) return Refusal::Conflict("access.second_factor_not_begun");
    auto step = rules::MatchStep(*secret, code.password, now, totp.last_step);
    if (!step) return WrongField("/code", "access.second_factor_wrong");
    storage::SetTotp(tx, principal.user_id,
                     {.secret = totp.pending_secret, .pending_secret = {}, .last_step = *step});
    storage::ForgetAttempts(tx, key);
    return Done();
  });
  if (!confirmed && confirmed.refusal().kind == RefusalKind::kInvalid)
    NoteRefusedProof(context, principal, code, "second_factor");
  return confirmed;
}

Outcome RemoveSecondFactor(const Context& context, const Principal& principal,
                           const OwnPassword& own) {
  auto proven = ProveOwn(context, {principal, own, "second_factor_change", "/password"});
  if (!proven) return proven.refusal();
  return context.db.Transact(db::Scope::System(), [&](db::Tx& tx) -> Outcome {
    // The last step stays: a code used today is not good again when the factor is switched on anew.
    const auto user = GetLocked(tx, principal.user_id);
    storage::SetTotp(tx, principal.user_id,
                     {.secret = {}, .pending_secret = {}, .last_step = user.totp.last_step});
    return Done();
  });
}

}  // namespace okno::access

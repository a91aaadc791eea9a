// SPDX-License-Identifier: Apache-2.0
#include "logic/sign_in.h"

#include "access/audit.h"
#include "crypto/hash.h"
#include "log/log.h"
#include "logic/proof.h"
#include "logic/refused_sign_in.h"
#include "logic/rules/credentials.h"
#include "logic/rules/one_time_code.h"
#include "logic/sessions.h"
#include "storage/session_store.h"

namespace okno::access {
namespace {

// A refusal here is told after the commit, because what it counted must stay.
struct Verdict {
  std::optional<Refusal> refusal;
  std::string token;
};

Verdict Refuse(RefusalKind kind, std::string code) {
  return {Refusal{kind, std::move(code), {}, {}}, {}};
}

void Audit(db::Tx& tx, const Principal& principal, const SignInInput& input, Instant now) {
  WriteAudit(tx,
             {.event = "session.started",
              .organization_id = principal.organization_id,
              .user_id = principal.user_id,
              .user_name = principal.display_name,
              .object_kind = "session",
              .object_id = {},
              .reason = {},
              .remote_address = input.remote_address,
              .request_id = input.request_id},
             now);
}

// What the second factor says: nothing when it is off or the code is right, which is then used up.
std::optional<Verdict> CheckSecondFactor(db::Tx& tx, const SecretKeys& keys,
                                         const storage::User& user, const SignInInput& input,
                                         Instant now) {
  if (user.totp.secret.empty()) return std::nullopt;
  if (input.code.empty()) {
    return Refuse(RefusalKind::kUnauthorized, "access.second_factor_required");
  }
  const auto secret = keys.Open(user.id.ToString(), user.totp.secret);
  if (!secret) {
    log::Error("second_factor_key_missing", {{"user_id", user.id.ToString()}});
    return Refuse(RefusalKind::kUnavailable, "access.second_factor_unreadable");
  }
  auto step = rules::MatchStep(*secret, input.code, now, user.totp.last_step);
  if (!step) return Refuse(RefusalKind::kUnauthorized, "access.second_factor_wrong");
  storage::Totp used = user.totp;
  used.last_step = *step;
  storage::SetTotp(tx, user.id, used);
  return std::nullopt;
}

std::string BeginSession(db::Tx& tx, const Principal& principal, const SignInInput& input,
                         Instant now) {
  if (!input.old_token.empty()) storage::DeleteSessionByToken(tx, TokenDigest(input.old_token));
  std::string token = crypto::RandomToken();
  storage::InsertSession(tx, {.id = SessionId::New(),
                              .token_sha256 = TokenDigest(token),
                              .user_id = principal.user_id,
                              .organization_id = principal.organization_id,
                              .created_at = now,
                              .remote_address = input.remote_address});
  Audit(tx, principal, input, now);
  return token;
}

Verdict Judge(db::Tx& tx, const Services& services, const UserId& user_id, const Attempt& attempt,
              const SignInInput& input) {
  const Instant now = services.clock.Now();
  const auto user = storage::LockUserRow(tx, user_id);
  if (!user || user->locked) return Refuse(RefusalKind::kForbidden, "access.locked");
  const auto principal = storage::FindEmployment(tx, user->login);
  if (!principal) return Refuse(RefusalKind::kForbidden, "access.not_employed");
  if (auto refused = CheckSecondFactor(tx, services.keys, *user, input, now)) {
    if (input.code.empty()) Withdrawn(tx, attempt, now);
    return *refused;
  }
  Succeeded(tx, attempt, now);
  return {std::nullopt, BeginSession(tx, *principal, input, now)};
}

}  // namespace

Result<std::string> SignIn(const Services& services, const SignInInput& input) {
  const Attempt attempt{rules::FoldLogin(input.login), input.password, input.remote_address,
                        input.device};
  const Context context{services.db, services.clock};
  auto proven = ProvePassword(context, attempt);
  if (!proven) {
    // An attempt during a pause is not judged, so it says nothing: the trail has the pause itself.
    if (proven.refusal().kind != RefusalKind::kTooMany) {
      NoteRefusedSignIn(services, input, attempt, "password");
    }
    log::Warning("sign_in_refused",
                 {{"code", proven.refusal().code}, {"request_id", input.request_id}});
    return proven.refusal();
  }
  auto verdict = services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return Judge(tx, services, proven->id, attempt, input);
  });
  if (!input.old_token.empty()) services.known.Forget();
  if (!verdict.refusal) return verdict.token;
  if (verdict.refusal->code != "access.second_factor_required") {
    const bool locked = verdict.refusal->kind == RefusalKind::kForbidden;
    NoteRefusedSignIn(services, input, attempt, locked ? "locked" : "second_factor");
  }
  return *verdict.refusal;
}

}  // namespace okno::access

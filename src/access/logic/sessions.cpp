// SPDX-License-Identifier: Apache-2.0
#include "logic/sessions.h"

#include "crypto/hash.h"
#include "storage/attempt_store.h"
#include "storage/audit_store.h"
#include "storage/session_store.h"
#include "text/strings.h"

namespace okno::access {
namespace {

// Not every request writes: the idle limit needs no finer grain.
constexpr std::chrono::seconds kTouchAfter{30};
constexpr std::chrono::hours kViewsKeptFor{1};  // no shorter than one typing (observer.cpp)
// Longer than any failure counts (proof.cpp).
constexpr std::chrono::hours kAttemptsKeptFor{24};

bool IsOver(const KnownSession& session, const SessionOptions& limits, Instant now) {
  return now - session.last_seen_at >= limits.idle || now - session.created_at >= limits.absolute;
}

// One round trip for the people of a center.
std::optional<KnownSession> Read(const Services& services, const std::string& token_sha256,
                                 Instant now) {
  auto session = storage::FindSession(services.db, token_sha256);
  if (!session) return std::nullopt;
  auto& principal = session->principal;
  if (principal.organization_kind == OrganizationKind::kAgency) {
    services.db.Transact(db::Scope::System(), [&](db::Tx& tx) { FillUnitScope(tx, principal); });
  }
  return KnownSession{std::make_shared<const Principal>(std::move(principal)), session->created_at,
                      session->last_seen_at, now};
}

}  // namespace

std::string TokenDigest(std::string_view token) { return crypto::Sha256(token); }

std::string CsrfToken(std::string_view token) {
  return text::HexEncode(crypto::HmacSha256(token, "okno csrf"));
}

Result<std::shared_ptr<const Principal>> Authenticate(const Services& services,
                                                      std::string_view token) {
  const Instant now = services.clock.Now();
  const auto digest = TokenDigest(token);
  const auto age = services.known.Age();
  auto session = services.known.Find(digest, now);
  const bool is_known = session.has_value();
  if (!is_known) session = Read(services, digest, now);
  if (!session || IsOver(*session, services.sessions, now)) {
    return Refusal{RefusalKind::kUnauthorized, "access.session_expired", {}, {}};
  }
  const bool touch = now - session->last_seen_at >= kTouchAfter;
  if (touch) {
    services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      storage::TouchSession(tx, session->principal->session_id, now);
    });
    session->last_seen_at = now;
  }
  if (touch || !is_known) services.known.Keep(digest, *session, age);
  return session->principal;
}

void FillUnitScope(db::Tx& tx, Principal& principal) {
  principal.unit_scope.clear();
  if (principal.organization_kind == OrganizationKind::kCenter) return;
  if (principal.whole_organization) {
    for (const auto& unit : ListUnits(tx, principal.organization_id)) {
      principal.unit_scope.push_back(unit.id);
    }
  } else if (principal.unit_id) {
    principal.unit_scope = UnitScope(tx, *principal.unit_id);
  }
}

void SignOut(const Services& services, const Principal& principal) {
  services.db.Transact(db::Scope::System(),
                       [&](db::Tx& tx) { storage::DeleteSession(tx, principal.session_id); });
  services.known.Forget();
}

long long RemoveExpiredSessions(const Services& services) {
  const Instant now = services.clock.Now();
  return services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    storage::ForgetReadings(tx, now - kViewsKeptFor);
    storage::DeleteOldAttempts(tx, now - kAttemptsKeptFor);
    return storage::DeleteExpiredSessions(tx, now - services.sessions.idle,
                                          now - services.sessions.absolute);
  });
}

Principal GetPrincipal(db::Pool& db, std::string_view login) {
  return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    auto principal = storage::FindEmployment(tx, login);
    if (!principal) throw std::runtime_error("access: no such active employee");
    FillUnitScope(tx, *principal);
    return *principal;
  });
}

}  // namespace okno::access

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
constexpr std::chrono::hours kViewsKeptFor{1};  // longer than one reading (observer.cpp)
// Longer than any failure counts (proof.cpp).
constexpr std::chrono::hours kAttemptsKeptFor{24};

bool IsOver(const storage::StoredSession& session, const SessionOptions& limits, Instant now) {
  return now - session.last_seen_at >= limits.idle || now - session.created_at >= limits.absolute;
}

}  // namespace

std::string TokenDigest(std::string_view token) { return crypto::Sha256(token); }

std::string CsrfToken(std::string_view token) {
  return text::HexEncode(crypto::HmacSha256(token, "okno csrf"));
}

Result<Principal> Authenticate(const Services& services, std::string_view token) {
  const Instant now = services.clock.Now();
  // Every request comes here: one round trip, and nothing more for most.
  auto session = storage::FindSession(services.db, TokenDigest(token));
  if (!session || IsOver(*session, services.sessions, now)) {
    return Refusal{RefusalKind::kUnauthorized, "access.session_expired", {}, {}};
  }
  Principal& principal = session->principal;
  const bool touch = now - session->last_seen_at >= kTouchAfter;
  if (touch || principal.organization_kind == OrganizationKind::kAgency) {
    services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
      if (touch) storage::TouchSession(tx, principal.session_id, now);
      FillUnitScope(tx, principal);
    });
  }
  return std::move(principal);
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

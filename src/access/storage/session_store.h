// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "access/principal.h"
#include "db/pipeline.h"
#include "json/json.h"
#include "time/time.h"

namespace okno::access::storage {

struct StoredSession {
  Principal principal;  // unit_scope is left empty
  Instant created_at, last_seen_at;
};
struct NewSession {
  SessionId id;
  std::string token_sha256;
  UserId user_id;
  OrganizationId organization_id;
  Instant created_at;
  std::string remote_address;
};

void InsertSession(db::Tx& tx, const NewSession& session);
// Empty as well when the user is locked or works here no more. Sees every organization.
std::optional<StoredSession> FindSession(db::Pool& db, const std::string& token_sha256);
void TouchSession(db::Tx& tx, const SessionId& id, Instant now);
void DeleteSession(db::Tx& tx, const SessionId& id);
void DeleteSessionByToken(db::Tx& tx, const std::string& token_sha256);
void DeleteOtherSessions(db::Tx& tx, const UserId& user_id, const SessionId& kept);
void DeleteSessionsOfUser(db::Tx& tx, const UserId& user_id);
long long DeleteExpiredSessions(db::Tx& tx, Instant last_seen_before, Instant created_before);

// The principal of an active employee, without session_id and unit_scope.
std::optional<Principal> FindEmployment(db::Tx& tx, std::string_view login);

// What the screen shows of the person who is signed in: parts of Session in openapi.yaml.
Json SessionCard(db::Tx& tx, const UserId& user_id);

}  // namespace okno::access::storage

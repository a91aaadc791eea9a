// SPDX-License-Identifier: Apache-2.0
#include "storage/session_store.h"

#include "access/directory.h"
#include "access/live.h"
#include "access/queries.h"
#include "access/rights.h"
#include "storage/directory_store.h"

namespace okno::access::storage {
namespace {

Principal ReadPrincipal(const db::Row& row) {
  Principal principal;
  principal.user_id = row["user_id"].As<UserId>();
  principal.login = row["login"].Text();
  principal.display_name = Employee{.last_name = row["last_name"].Text(),
                                    .first_name = row["first_name"].Text(),
                                    .middle_name = row["middle_name"].Text()}
                               .DisplayName();
  principal.organization_id = row["organization_id"].As<OrganizationId>();
  principal.organization_kind = ReadKind(row["kind"].Text());
  principal.branch_id = row["branch_id"].Maybe<BranchId>();
  principal.unit_id = row["unit_id"].Maybe<UnitId>();
  principal.roles = row["roles"].As<std::vector<std::string>>();
  principal.rights = RightsOf(principal.roles, principal.organization_kind);
  principal.whole_organization = CoversWholeOrganization(principal.roles);
  return principal;
}

std::optional<StoredSession> ReadSession(const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  StoredSession session{ReadPrincipal(row), row["created_at"].As<Instant>(),
                        row["last_seen_at"].As<Instant>()};
  session.principal.session_id = row["session_id"].As<SessionId>();
  return session;
}

Json NamedRef(const db::Cell& id, const db::Cell& name) {
  return {{"id", id.Text()}, {"name", name.Text()}};
}

}  // namespace

void InsertSession(db::Tx& tx, const NewSession& session) {
  tx.Queue(queries::kInsertSession, session.id, db::Bytes{session.token_sha256}, session.user_id,
           session.organization_id, session.created_at, session.remote_address);
}

std::optional<StoredSession> FindSession(db::Pool& db, const std::string& token_sha256) {
  return db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    return ReadSession(db::ReadAlone(tx, queries::kFindSession, db::Bytes{token_sha256}));
  });
}

void TouchSession(db::Tx& tx, const SessionId& id, Instant now) {
  tx.Queue(queries::kTouchSession, id, now);
}

void DeleteSession(db::Tx& tx, const SessionId& id) {
  tx.Queue(queries::kDeleteSession, id);
  TellOfSessions(tx);
}

void DeleteSessionByToken(db::Tx& tx, const std::string& token_sha256) {
  tx.Queue(queries::kDeleteSessionByToken, db::Bytes{token_sha256});
  TellOfSessions(tx);
}

void DeleteOtherSessions(db::Tx& tx, const UserId& user_id, const SessionId& kept) {
  tx.Queue(queries::kDeleteOtherSessions, user_id, kept);
  TellOfSessions(tx);
}

void DeleteSessionsOfUser(db::Tx& tx, const UserId& user_id) {
  tx.Queue(queries::kDeleteSessionsOfUser, user_id);
  TellOfSessions(tx);
}

long long DeleteExpiredSessions(db::Tx& tx, Instant last_seen_before, Instant created_before) {
  return tx.Run(queries::kDeleteExpiredSessions, last_seen_before, created_before).affected();
}

std::optional<Principal> FindEmployment(db::Tx& tx, std::string_view login) {
  const auto rows = tx.Run(queries::kFindEmployment, login);
  return rows.empty() ? std::optional<Principal>() : ReadPrincipal(rows.front());
}

Json SessionCard(db::Tx& tx, const UserId& user_id) {
  const auto rows = tx.Run(queries::kFindSessionCard, user_id);
  if (rows.empty()) throw std::runtime_error("access: the employee of a session is gone");
  const auto row = rows.front();
  Json card{{"organization",
             {{"id", row["organization_id"].Text()},
              {"kind", row["kind"].Text()},
              {"name", row["name"].Text()},
              {"short_name", row["short_name"].Text()}}},
            {"second_factor", row["second_factor"].As<bool>()},
            {"time_zone", row["time_zone"].Text()}};
  if (!row["branch_id"].is_null()) card["branch"] = NamedRef(row["branch_id"], row["branch_name"]);
  if (!row["unit_id"].is_null()) card["unit"] = NamedRef(row["unit_id"], row["unit_name"]);
  return card;
}

}  // namespace okno::access::storage

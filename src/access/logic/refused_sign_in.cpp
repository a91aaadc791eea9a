// SPDX-License-Identifier: Apache-2.0
#include "logic/refused_sign_in.h"

#include "access/audit.h"
#include "storage/directory_store.h"

namespace okno::access {
namespace {

AuditEntry EntryFor(const OrganizationId& organization_id, const SignInInput& input) {
  return {.event = "session.refused",
          .organization_id = organization_id,
          .user_id = {},
          .user_name = {},
          .object_kind = "session",
          .object_id = {},
          .reason = "unknown_login",
          .remote_address = input.remote_address,
          .request_id = input.request_id};
}

std::vector<AuditEntry> Entries(db::Tx& tx, const SignInInput& input, const std::string& login,
                                const std::string& reason) {
  const auto account = storage::FindAccount(tx, login);
  const auto centers = storage::ListCenters(tx);
  std::vector<AuditEntry> entries;
  if (!account) {
    for (const auto& id : centers) entries.push_back(EntryFor(id, input));
    return entries;
  }
  entries.push_back(EntryFor(account->organization_id, input));
  entries.back().user_id = account->user_id;
  entries.back().user_name = account->DisplayName();
  entries.back().reason = reason;
  return entries;
}

}  // namespace

void NoteRefusedSignIn(const Services& services, const SignInInput& input, const Attempt& attempt,
                       std::string reason) {
  const Instant now = services.clock.Now();
  services.db.Transact(db::Scope::System(), [&](db::Tx& tx) {
    const auto pause = PauseOf(tx, attempt, now);
    for (auto& entry : Entries(tx, input, attempt.login, reason)) {
      WriteAudit(tx, entry, now);
      if (pause.empty()) continue;
      entry.event = "session.paused";
      entry.reason = pause;
      WriteAudit(tx, entry, now);
    }
  });
}

}  // namespace okno::access

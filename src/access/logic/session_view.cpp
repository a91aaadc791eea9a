// SPDX-License-Identifier: Apache-2.0
#include "logic/session_view.h"

#include "logic/sessions.h"
#include "storage/session_store.h"

namespace okno::access {

Json SessionView(const Services& services, const Principal& principal, std::string_view token) {
  Json view = services.db.Transact(
      db::Scope::System(), [&](db::Tx& tx) { return storage::SessionCard(tx, principal.user_id); });
  view["user"] = {{"id", principal.user_id.ToString()},
                  {"login", principal.login},
                  {"display_name", principal.display_name}};
  view["roles"] = principal.roles;
  view["rights"] = principal.rights;
  view["csrf_token"] = CsrfToken(token);
  view["idle_minutes"] = services.sessions.idle.count();
  return view;
}

}  // namespace okno::access

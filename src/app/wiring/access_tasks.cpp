// SPDX-License-Identifier: Apache-2.0
#include "wiring/access_tasks.h"

#include "access/audit.h"
#include "access/idempotency.h"

namespace okno::app {

void RegisterAccessTasks(jobs::Runner& runner, const access::Services& services) {
  runner.Every("access.seal_audit", std::chrono::seconds(1),
               [&services] { access::SealAudit(services.db); });
  runner.Every("access.remove_expired_sessions", std::chrono::minutes(10),
               [&services] { access::RemoveExpiredSessions(services); });
  runner.Every("access.forget_old_keys", std::chrono::hours(1),
               [&services] { access::ForgetOldKeys(services.db, services.clock.Now()); });
}

}  // namespace okno::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/routes.h"
#include "jobs/jobs.h"

namespace okno::app {

// Chains the audit trail every second; forgets sessions that are over and old idempotency keys.
void RegisterAccessTasks(jobs::Runner& runner, const access::Services& services);

}  // namespace okno::app

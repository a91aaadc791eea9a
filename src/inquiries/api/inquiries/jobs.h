// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inquiries/use_cases.h"
#include "jobs/jobs.h"

namespace okno::inquiries {

// Subscribes to what the exchange tells of our requests. `services` must outlive the runner.
void RegisterJobs(jobs::Runner& runner, const Services& services);

}  // namespace okno::inquiries

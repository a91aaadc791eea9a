// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contact_center/calls.h"
#include "jobs/jobs.h"

namespace okno::contact_center {

// Keeps the call list in step with applications (applications.status_changed). `services` must
// outlive the runner.
void RegisterJobs(jobs::Runner& runner, const Services& services);

}  // namespace okno::contact_center

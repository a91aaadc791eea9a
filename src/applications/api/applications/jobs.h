// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applications/use_cases.h"
#include "jobs/jobs.h"

namespace okno::applications {

// Subscribes to what the exchange tells of our requests and to answers of inquiries, and starts the
// periodic tasks that give up reworks whose term is over and results nobody collects. `services`
// must outlive the runner.
void RegisterJobs(jobs::Runner& runner, const Services& services);

// What the task does: rework -> unclaimed for every case whose last day has passed; returns how
// many.
int ExpireReworks(const Services& services);
// ready_to_issue -> unclaimed, for every case whose result has lain `keep_results_days` after the
// day the applicant was told of it, as the receipt warns; returns how many. Whoever comes later
// still takes what has not gone back.
int ExpireResults(const Services& services);

}  // namespace okno::applications

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applications/use_cases.h"
#include "jobs/jobs.h"

// What the exchange tells of our requests. Handlers of outbox events: at least once, in any order;
// what comes late or twice changes nothing.
namespace okno::applications {

void OnRequestSent(const Services& services, db::Tx& tx, const jobs::Job& job);
void OnDeliveryDelayed(const Services& services, db::Tx& tx, const jobs::Job& job);
void OnDeliveryFailed(const Services& services, db::Tx& tx, const jobs::Job& job);
void OnStatusReceived(const Services& services, db::Tx& tx, const jobs::Job& job);
void OnResponseReceived(const Services& services, db::Tx& tx, const jobs::Job& job);
void OnResponseRefused(const Services& services, db::Tx& tx, const jobs::Job& job);

// How a case stands at the agency that has decided it: what it said of its work before no longer
// counts.
ExternalStatus StatusOf(const Decision& decision);

}  // namespace okno::applications

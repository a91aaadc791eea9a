// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contact_center/calls.h"
#include "jobs/jobs.h"

namespace okno::contact_center {

// Screens that show the list reload it.
void AnnounceList(db::Tx& tx, const access::OrganizationId& organization_id);

// Brings the calls of one case in step with its status as it is now, so that events may come twice
// and in any order.
void OnStatusChanged(const Services& services, db::Tx& tx, const jobs::Job& job);
// Opens a call about the later day. Told of it once: what follows opens none, unless the day moves
// again. A day that is no later any more ends the call.
void OnPromiseBroken(const Services& services, db::Tx& tx, const jobs::Job& job);

}  // namespace okno::contact_center

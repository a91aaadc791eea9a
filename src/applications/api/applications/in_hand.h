// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/directory.h"
#include "db/pool.h"

namespace okno::applications {

// What waits for one person: drafts, and cases to be handed over, mended or processed.
struct InHand {
  int drafts = 0, cases = 0;
};
InHand CountInHand(db::Tx& tx, const access::OrganizationId& organization_id,
                   const access::UserId& user_id);

}  // namespace okno::applications

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "agency/registration.h"

namespace okno::agency {

// An intermediate status for the centre (RequestStatus of СМЭВ): 10 registered, 20 accepted, 30
// routed.
void TellCenter(db::Tx& tx, const Registration& card, const exchange::StatusNote& note,
                Instant now);
// RequestRejected: the request can not be taken.
void RejectRequest(db::Tx& tx, const exchange::MessageId& request, const std::string& why,
                   Instant now);
// Live update of the officers' screens.
void AnnounceChange(db::Tx& tx, const Registration& card);

}  // namespace okno::agency

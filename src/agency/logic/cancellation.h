// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agency/registration.h"

namespace okno::agency {

// The center has taken a request back (exchange.request_cancelled): the card says so. What follows
// from that is the officer's to decide.
void HandleRequestCancelled(const Context& context, db::Tx& tx, const jobs::Job& job);

}  // namespace okno::agency

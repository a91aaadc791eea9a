// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/incoming.h"
#include "storage/message_store.h"

namespace okno::testbed {

// The synchronous checks of SendRequest and SendResponse in the order of the bus: id, age,
// duplicate, type, rights and recipient, end of life, attachments. What passes is stored as queued.
Checked<storage::Message> AcceptRequest(db::Tx& tx, const Incoming& incoming,
                                        std::uint64_t attachment_limit, Instant now);
Checked<storage::Message> AcceptResponse(db::Tx& tx, const Incoming& incoming,
                                         std::uint64_t attachment_limit, Instant now);

}  // namespace okno::testbed

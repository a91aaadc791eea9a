// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inquiries/use_cases.h"

namespace okno::inquiries {

// Gives the number, queues the request and moves the inquiry to ready, in the caller's transaction.
// Refused "input.invalid" with pointers below /form, and what QueueRequest refuses.
Outcome SendNow(db::Tx& tx, const Services& services, const access::Principal& principal,
                const message_types::MessageType& type, Inquiry& inquiry, Instant now);

}  // namespace okno::inquiries

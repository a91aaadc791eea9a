// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inquiries/use_cases.h"

namespace okno::inquiries {

// An inquiry of the type at its beginning, not stored yet.
Inquiry NewOf(const message_types::MessageType& type, const access::Principal& principal,
              Instant now);
// The same matter and content once more.
Inquiry CopyOf(const Inquiry& old, const message_types::MessageType& type,
               const access::Principal& principal, Instant now);

// P/26/9451: without gaps within an organization and year. Does nothing when it has one.
void GiveNumber(db::Tx& tx, const Services& services, Inquiry& inquiry, Instant now);

}  // namespace okno::inquiries

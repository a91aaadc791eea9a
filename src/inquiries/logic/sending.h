// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inquiries/use_cases.h"

namespace okno::inquiries {

struct Way {
  const Services& services;
  const access::Principal& principal;
  const message_types::MessageType& type;
  std::shared_ptr<const crypto::Signer> person = nullptr;  // signs the content; may be nobody
};
// Gives the number, queues the request and moves the inquiry to ready, in the caller's transaction.
// Refused "inquiries.signature_demanded", "input.invalid" with pointers below /form, and what
// QueueRequest refuses.
Outcome SendNow(db::Tx& tx, const Way& way, Inquiry& inquiry, Instant now);

}  // namespace okno::inquiries

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/connection_store.h"
#include "storage/message_store.h"

namespace okno::exchange {

// A message of ours before it is stored: state "waiting", not bound to a request or subject.
storage::MessageRow NewOutgoing(std::string operation, const Connection& connection, Instant now);
// Whether the connection can carry attachments of `bytes` altogether, be it by FTP. Refused
// "exchange.attachments_too_large".
Outcome CheckSize(const Connection& connection, std::uint64_t bytes);
// Puts content with its attachments into a request or an answer, by the limits of the connection,
// and signs it in person when asked. Refusals as of QueueRequest.
Outcome SetContent(const Content& content, const Connection& connection, storage::MessageRow& row);
// What only a request carries. Refused "smev.end_of_life_reached".
Outcome SetRequestNotes(const Content& content, Instant now, storage::MessageRow& row);

}  // namespace okno::exchange

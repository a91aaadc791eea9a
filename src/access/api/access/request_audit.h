// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "access/audit.h"

namespace okno::access {

// What a guarded request is told as. The observer makes and writes it by itself. A handler makes it
// for a change that comes by the hundred a second: the use case then writes it in its own
// transaction, and the handler sets Response::audited to false.
AuditEntry EntryOf(const http::Request& request, std::string event, std::string object_id);

// A view or a search, one line for what one person reads again within ten minutes
// (docs/decisions/0012). The observer writes it by itself; a handler where the address does not
// name the object, and the answer must not, with Response::audited set to false.
void WriteReading(db::Tx& tx, const http::Request& request, AuditEntry entry, Instant now);

// A draft that is saved every few seconds while somebody types, one line an hour for one session and
// address. The handler sets Response::audited to false.
void WriteTyping(db::Tx& tx, const http::Request& request, const AuditEntry& entry, Instant now);

}  // namespace okno::access

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "access/audit.h"

namespace okno::access {

// What a guarded request is told as. The observer makes and writes it by itself. A handler makes it
// for a change that comes by the hundred a second: the use case then writes it in its own
// transaction, and the handler sets Response::audited to false.
AuditEntry EntryOf(const http::Request& request, std::string event, std::string object_id);

}  // namespace okno::access

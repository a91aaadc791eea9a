// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/audit_objects.h"

namespace okno::app {

struct Rooms;

// How the audit trail's kinds and ids are named and found: by the rooms whose objects they are, as
// far as the reader's rights go. `rooms` must outlive it.
access::AuditWiring WireAudit(const Rooms& rooms);

}  // namespace okno::app

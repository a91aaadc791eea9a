// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "text/messages.h"

namespace okno::access {

// Refusals of this room, and the titles of audit events under "audit_event.<event>".
std::span<const text::Message> Messages();

}  // namespace okno::access

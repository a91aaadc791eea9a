// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "text/messages.h"

namespace okno::message_types {

// Refusals of this room and of foundation/xsd, notes on schemas, titles of audit events.
std::span<const text::Message> Messages();

}  // namespace okno::message_types

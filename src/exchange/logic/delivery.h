// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/context.h"

namespace okno::exchange {

// One attempt to deliver a waiting message; whatever comes of it is written down, with the next
// attempt scheduled. Its id and signed envelope are stored before anything is sent, and a repeated
// attempt sends the same bytes, so that a process killed at any point doubles nothing: the bus
// answers MessageIsAlreadySent.
void Deliver(const Context& context, const MessageId& id);

}  // namespace okno::exchange

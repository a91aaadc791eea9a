// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/context.h"

namespace okno::exchange {

// One slot of a connection: sends what is due, one message after the other, until nothing is, the
// bus is away or its turn is over, and sees to it that it is woken in time. Whatever comes of a
// message is written down. Its id and signed envelope are stored before anything is sent, and a
// repeated attempt sends the same bytes, so that a process killed at any point doubles nothing: the
// bus answers MessageIsAlreadySent.
void Deliver(const Context& context, const ConnectionId& id, int slot);

}  // namespace okno::exchange

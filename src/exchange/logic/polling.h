// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/context.h"

namespace okno::exchange {

enum class Due {
  kOnly,  // queues whose pause is over
  kAll,
};
// Takes everything that waits for one participant: requests, answers, statuses. Each message is
// verified, stored and only after that commit acknowledged. Returns how many messages came; 0 as
// well when the bus is down or another process polls.
int Poll(const Context& context, const ConnectionId& id, Due due);

}  // namespace okno::exchange

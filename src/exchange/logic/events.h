// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "db/pool.h"
#include "exchange/exchange.h"

namespace okno::exchange {

// Tells the rooms above, in the transaction of the fact. `extra` holds what the event has besides
// the ids.
void Tell(db::Tx& tx, std::string type, const Message& message, Json extra = Json::object());

// The delivery job of a message; one that waits for a later moment is brought forward.
void EnqueueDelivery(db::Tx& tx, const Message& message, std::optional<Instant> run_at = {});
inline constexpr char kDeliver[] = "exchange.deliver";
inline constexpr char kPoll[] = "exchange.poll";

}  // namespace okno::exchange

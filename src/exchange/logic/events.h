// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "db/pool.h"
#include "exchange/exchange.h"

namespace okno::exchange {

// Tells the rooms above, in the transaction of the fact. `extra` holds what the event has besides
// the ids.
void Tell(db::Tx& tx, std::string type, const Message& message, Json extra = Json::object());

// A connection sends with as many slots as messages may be on their way at once; each is a job that
// sends what is due until nothing is. Wakes one slot, chosen by the message; a job that waits for a
// later moment is brought forward.
void WakeSlot(db::Tx& tx, const Connection& connection, const MessageId& id);
void WakeSlot(db::Tx& tx, const Connection& connection, int slot,
              std::optional<Instant> run_at = {});
void WakeAllSlots(db::Tx& tx, const Connection& connection);
inline constexpr char kDeliver[] = "exchange.deliver";
inline constexpr char kPoll[] = "exchange.poll";

}  // namespace okno::exchange

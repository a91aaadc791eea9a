// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/exchange.h"

namespace okno::exchange {

// What QueueResponse would say of attachments of `bytes` altogether, asked beforehand: refused
// "exchange.attachments_too_large", "exchange.not_found", "exchange.no_connection".
Outcome CheckWay(db::Tx& tx, const MessageId& request, std::uint64_t bytes, Instant now);

}  // namespace okno::exchange

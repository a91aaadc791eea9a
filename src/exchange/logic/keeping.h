// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "logic/arrival.h"

namespace okno::exchange {

// The exchange with the bus that brought a message, for the journal.
struct Brought {
  std::string_view call;   // "GetRequest" …
  std::string_view asked;  // our envelope; "" = not known
  std::string_view answer;
  long long revision = 0;  // of the connection
};
// Stores what has come, finds what it belongs to and tells the rooms above. Returns the message:
// the stored one, or the one there was before when the bus has handed it out again; empty when a
// failed one is there already.
std::optional<MessageId> Keep(db::Tx& tx, const Arrival& arrival, const Brought& brought,
                              Instant now);

// What a queue handed out and nobody can read: kept as failed, its bytes for people, once a day for
// each queue and reason, because it comes again and again.
void KeepUnreadable(db::Tx& tx, const storage::MessageRow& row, const Brought& brought,
                    Instant now);
// A request that is not taken is answered RequestRejected/FAILURE, unless it was answered.
void AnswerFailed(db::Tx& tx, const Message& message, Instant now);

}  // namespace okno::exchange

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "logic/call.h"
#include "logic/rules/fault_policy.h"
#include "storage/message_store.h"

namespace okno::exchange {

// What one attempt came to.
struct Attempt {
  rules::Next next = rules::Next::kRepeat;
  std::string code, text;       // why it is not sent
  bool maybe_accepted = false;  // it went out, and no trustworthy answer came back
  // kGone: nothing came from the bus. It is an outage unless the bus has answered others since the
  // last try of this message: then the message itself may be what breaks it.
  enum class Bus { kAnswered, kGone, kNotAsked } bus = Bus::kNotAsked;
  rules::Counts counts = rules::Counts::kYes;  // as a refusal
  std::string answer_xml;                      // what the bus said, for the journal
};
Attempt Judge(const storage::MessageRow& row, const Runtime& runtime, const CallResult& result);

// Writes an attempt down in the caller's transaction: state, events, the next attempt, the
// connection's health.
void Record(db::Tx& tx, const storage::MessageRow& row, const storage::ConnectionRow& connection,
            const Attempt& attempt, Instant now);
// A message the bus is known to have: by its receipt, or because an answer has come.
void RecordSent(db::Tx& tx, const Message& message, Instant now);
// The bus answers: a connection that was down is up, and what waited for it goes out now.
void RecordUp(db::Tx& tx, const storage::ConnectionRow& connection, Instant now);

}  // namespace okno::exchange

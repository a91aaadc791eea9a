// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "exchange/smev3/builder.h"
#include "exchange/smev3/reader.h"
#include "logic/call.h"
#include "logic/context.h"

namespace okno::exchange {

// What to tell the bus about a message it has handed out.
struct Acknowledgement {
  // Empty: the message must not, or can not, be acknowledged; the bus hands it out again.
  std::optional<Uuid> id;
  // kNo: ЭП-СМЭВ did not verify, and not for the first time: the message was thrown away.
  smev3::Accepted accepted = smev3::Accepted::kYes;
  std::optional<MessageId> message;  // as it was stored
  std::string error;                 // a code for the connection's card
};
// Where a message comes in.
struct Arrivals {
  const Context& context;
  const storage::ConnectionRow& connection;
  const Runtime& runtime;
};
// Verifies and stores what one Get call (`asked` is its envelope) brought, whatever it is: files by
// FTP are fetched first, because they vanish with the acknowledgement. A message that can not be
// taken is kept as failed, visible, so that it never blocks the queue. A message delivered before
// changes nothing.
Acknowledgement Receive(const Arrivals& arrivals, std::string_view call, std::string_view asked,
                        const smev3::Answer& answer);

// What the bus answered to a Get call and nobody can read is kept, visible.
void KeepUnreadable(const Arrivals& arrivals, std::string_view call, std::string_view asked,
                    const CallResult& result);

// A failed message judged and stored anew, from the envelope and the files that were kept. Refused
// "exchange.not_failed", "exchange.envelope_lost", "exchange.answered_already" (the sender was told
// that it is not taken), or with the code it fails with again. `write_down` is called in the
// transaction that stores it.
Result<MessageId> ReceiveAgain(const Context& context, const MessageId& id,
                               const std::function<void(db::Tx&)>& write_down);

}  // namespace okno::exchange

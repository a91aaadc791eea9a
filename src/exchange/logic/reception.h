// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "exchange/smev3/reader.h"
#include "logic/context.h"

namespace okno::exchange {

// What to tell the bus about a message it has handed out.
struct Acknowledgement {
  std::optional<Uuid> id;  // empty: it names none, so it can not be acknowledged
  bool accepted = true;    // false: ЭП-СМЭВ did not verify, the message was thrown away
};
// Verifies and stores what one Get call brought, whatever it is: a message that can not be taken is
// kept as failed, visible, so that it never blocks the queue. A message delivered before changes
// nothing.
Acknowledgement Receive(const Context& context, const storage::ConnectionRow& connection,
                        const Runtime& runtime, std::string_view call, const smev3::Answer& answer);

}  // namespace okno::exchange

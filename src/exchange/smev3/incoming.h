// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "exchange/smev3/participant.h"

namespace okno::exchange::smev3 {

// ЭП-СМЭВ over `target`. Without a pinned certificate the one in the signature stands in for it.
Verdict VerifyBusOf(xml::Element target, const std::optional<crypto::Certificate>& pinned);

// Reads and verifies what the bus handed out. Precondition: HasMessage.
Incoming ReadIncoming(Answer answer, const ParticipantOptions& options);

}  // namespace okno::exchange::smev3

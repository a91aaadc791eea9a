// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agency/registration.h"
#include "logic/content.h"

namespace okno::agency {

// The application of a card has come once more under another id: its sender did not learn that it
// had arrived, or a processor has added to it and sent it again. No second card: new files join the
// first, its form and documents become those of the later message, and the history says what has
// changed. Once it is decided the files are kept and the officer is told, the card stays what was
// decided upon. `message` becomes the card's.
void JoinEarlier(db::Tx& tx, const RegistrationId& id, const exchange::Message& message,
                 const ReceivedRequest& request, Instant now);

}  // namespace okno::agency

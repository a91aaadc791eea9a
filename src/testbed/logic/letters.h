// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "smev3/letters.h"
#include "storage/message_store.h"

namespace okno::testbed {

Letter RejectionLetter(const storage::Message& refused, const Fault& fault);
// The bus writes to the sender of a message: about a request as an answer to it, about an answer
// through the status queue.
void SendLetter(db::Tx& tx, const storage::Message& about, const Letter& letter,
                const crypto::Signer& signer, Instant now);
// Through the status queue of `recipient`, about nothing it has sent.
void SendNotice(db::Tx& tx, const std::string& recipient, const Letter& letter, Instant now);

}  // namespace okno::testbed

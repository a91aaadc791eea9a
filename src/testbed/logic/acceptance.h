// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ftp/file_storage.h"
#include "logic/incoming.h"
#include "logic/schemas.h"
#include "logic/transaction_codes.h"
#include "smev3/letters.h"
#include "storage/message_store.h"

namespace okno::testbed {

// What acceptance needs beside the call.
struct Acceptance {
  const Settings& settings;
  Schemas& schemas;
  FileStorage& files;
  const TransactionCodes& codes;
  const crypto::Signer& signer;
  Instant now;
};

// A message that has passed the synchronous checks, and what the asynchronous ones have found: they
// run right away unless its files are large, but their result is told as the bus tells it.
struct Prepared {
  storage::Message message;
  storage::Placement placement;
  std::vector<Letter> letters;  // of the bus to the sender
};
// The checks of SendRequest in the order of the bus, without the database: id form and age, type,
// rights and recipient, transaction code, end of life, attachments, sizes.
Checked<Prepared> PrepareRequest(const Incoming& incoming, const Acceptance& acceptance);
// Those of SendResponse; `request` is the one its To leads to, if any.
Checked<Prepared> PrepareResponse(const Incoming& incoming, const Acceptance& acceptance,
                                  const std::optional<storage::Message>& request);

// The message a To speaks of; empty when it is not one of ours.
std::optional<Uuid> RequestOf(std::string_view to);

// Puts what has passed into the queues, with the letters. Faults: that of `checked`,
// MessageIsAlreadySent (which goes before all but those of the id), DestinationOverflow,
// QuoteLimitExceeded.
std::optional<Fault> Store(db::Tx& tx, const Incoming& incoming, const Acceptance& acceptance,
                           const Checked<Prepared>& checked);

}  // namespace okno::testbed

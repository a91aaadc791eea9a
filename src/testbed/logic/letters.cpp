// SPDX-License-Identifier: Apache-2.0
#include "logic/letters.h"

namespace okno::testbed {

namespace {

storage::Message FromBus(const Letter& letter, Instant now) {
  storage::Message message;
  message.id = Uuid::NewV1();
  message.queue = "statuses";
  message.version = smev3::Dialects().front().version;
  message.sender = kBusMnemonic;
  message.state = "accepted";
  message.original_id = letter.original_id;
  message.created_at = now;
  message.provided = StoreLetter(letter);
  return message;
}

}  // namespace

Letter RejectionLetter(const storage::Message& refused, const Fault& fault) {
  const auto& dialect = *smev3::FindDialect(refused.version);
  return {refused.id, RejectedCategory(dialect, refused), fault.description, fault, {}};
}

void SendLetter(db::Tx& tx, const storage::Message& about, const Letter& letter,
                const crypto::Signer& signer, Instant now) {
  auto message = FromBus(letter, now);
  message.version = about.version;
  message.namespace_uri = about.namespace_uri;
  if (about.queue == "requests") {
    message.queue = "responses";
    message.node_id = about.node_id;
    message.reference_id = about.reference_id;
    message.transaction_code = about.transaction_code;
    auto block =
        LetterBlock(*smev3::FindDialect(about.version), message.id, about.reply_to, letter, signer);
    message.provided = std::move(block.provided);
    message.signature = std::move(block.signature);
  }
  storage::Insert(tx, message, {.recipients = {about.sender}});
}

void SendNotice(db::Tx& tx, const std::string& recipient, const Letter& letter, Instant now) {
  storage::Insert(tx, FromBus(letter, now), {.recipients = {recipient}});
}

}  // namespace okno::testbed

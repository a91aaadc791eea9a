// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "json/json.h"
#include "logic/rules/routing.h"
#include "smev3/answers.h"

// What the bus itself has to say: AsyncProcessingStatus, as an answer or in the status queue.
namespace okno::testbed {

struct Letter {
  Uuid original_id;      // the message it speaks of
  std::string category;  // InteractionStatusType
  std::string details;   // Russian; at most 500 characters go out
  std::optional<Fault> fault = {};
  rules::Routed routed = {};  // told in versions that know it
};
// "requestIsRejectedBySmev" or the response's word, as far as the version has one.
std::string RejectedCategory(const smev3::Dialect& dialect, const storage::Message& message);

// SenderProvidedResponseData with the letter and the bus's signature over it.
struct SignedBlock {
  std::string provided, signature;
};
SignedBlock LetterBlock(const smev3::Dialect& dialect, const Uuid& message_id,
                        const std::string& to, const Letter& letter, const crypto::Signer& signer);

// A letter of the status queue is kept without the words of a version and is put into the
// reader's.
std::string StoreLetter(const Letter& letter);
// GetStatusResponse with the letter in `message.provided`.
std::string StatusEnvelope(const Wording& wording, const storage::Message& message);

}  // namespace okno::testbed

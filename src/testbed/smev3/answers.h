// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crypto/gost.h"
#include "exchange/smev3/multipart.h"
#include "logic/registry.h"
#include "smev3/faults.h"
#include "storage/message_store.h"
#include "testbed/settings.h"
#include "time/time.h"

// What the bus answers, signed with ЭП-СМЭВ, in the words of the reader's version. The sender's
// block goes inside byte for byte, in the version it was written: nothing here serialises it.
namespace okno::testbed {

inline constexpr std::string_view kBusMnemonic = "SMEV";

struct Wording {
  const smev3::Dialect& dialect;
  const Registry& registry;  // names of participants
  const crypto::Signer& signer;
  AnswerForm form;
};

// SendRequestResponse or SendResponseResponse. `recipient`: the first of them.
std::string ReceiptEnvelope(const Wording& wording, const storage::Message& message,
                            const std::string& recipient);

// One-off credentials for a file of the message.
struct FileAccess {
  Uuid directory;
  std::string user_name, password, file_name;
};
// GetRequestResponse or GetResponseResponse with one message.
smev3::Package DeliveryPackage(const Wording& wording, const storage::Message& message,
                               const std::vector<FileAccess>& files, Instant now);
// GetRequestResponse of 1.1 with a Cancel.
std::string CancelEnvelope(const Wording& wording, const storage::Message& message, Instant now);
// "GetRequestResponse" and the like without a message; "AckResponse".
std::string EmptyEnvelope(const smev3::Dialect& dialect, std::string_view wrapper);
std::string StatisticsEnvelope(const smev3::Dialect& dialect, const std::string& mnemonic,
                               const std::vector<storage::QueueCount>& queues);

// `text` has an element `holder` (qualified, empty) beside the element named `target`, which has
// the attribute Id `id`; the answer is `text` with ЭП-СМЭВ over `target` in the last such holder.
std::string SignedText(const std::string& text, std::string_view id, std::string_view target,
                       const std::string& holder, const crypto::Signer& signer);
std::string WrapInEnvelope(const smev3::Dialect& dialect, std::string_view wrapper,
                           std::string_view content);

}  // namespace okno::testbed

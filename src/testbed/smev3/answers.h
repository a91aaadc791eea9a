// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crypto/gost.h"
#include "exchange/smev3/dialect.h"
#include "exchange/smev3/multipart.h"
#include "smev3/faults.h"
#include "storage/message_store.h"
#include "time/time.h"

// What the bus answers, signed with ЭП-СМЭВ. The sender's block goes inside byte for byte: nothing
// here serialises it.
namespace okno::testbed {

inline constexpr std::string_view kBusMnemonic = "SMEV";

// SendRequestResponse or SendResponseResponse.
std::string ReceiptEnvelope(const smev3::Dialect& dialect, const storage::Message& message,
                            const crypto::Signer& signer);
// GetRequestResponse, GetResponseResponse or GetStatusResponse with one message.
smev3::Package DeliveryPackage(const smev3::Dialect& dialect, const storage::Message& message,
                               Instant now, const crypto::Signer& signer);
// "GetRequestResponse" and the like without a message; "AckResponse".
std::string EmptyEnvelope(const smev3::Dialect& dialect, std::string_view wrapper);

// The answer of the bus itself to a request that the asynchronous checks refused:
// SenderProvidedResponseData with AsyncProcessingStatus, and the signature over it.
struct SignedBlock {
  std::string provided, signature;
};
SignedBlock RejectionBlock(const smev3::Dialect& dialect, const Uuid& message_id,
                           const storage::Message& refused, const Fault& fault,
                           const crypto::Signer& signer);
// AsyncProcessingStatus alone, for the status queue.
std::string StatusBlock(const smev3::Dialect& dialect, const storage::Message& refused,
                        const Fault& fault);

}  // namespace okno::testbed

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/smev3/multipart.h"
#include "files/store.h"
#include "logic/runtime.h"
#include "storage/message_store.h"

namespace okno::exchange {

using Parts = std::vector<smev3::BinaryPart>;

// The inline attachments as parts of the package. Refused "file.missing" when the store has lost
// one.
Result<Parts> ReadParts(const Message& message, const files::Store& files);
// Hash and signature of a file that travels by FTP; read in place, whatever its size. Refused
// "file.missing".
Result<storage::Seal> MakeSeal(const Attachment& attachment, const files::Store& files,
                               const crypto::Signer& signer);
// The signed SendRequest or SendResponse of a stored message with these parts; its smev_id must be
// given, and its files by FTP must be sealed.
Result<std::string> BuildEnvelope(const storage::MessageRow& row, const Runtime& runtime,
                                  const Parts& parts);
// A request without any signature of ours, see smev3::BuildUnsignedRequest.
Result<std::string> BuildUnsignedEnvelope(const storage::MessageRow& row,
                                          const smev3::Dialect& dialect, const Parts& parts);
// "SendRequest" or "SendResponse".
std::string_view OperationOf(const Message& message);

}  // namespace okno::exchange

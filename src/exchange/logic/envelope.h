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

// The attachments as parts of the package. Refused "file.missing" when the store has lost one.
Result<Parts> ReadParts(const Message& message, const files::Store& files);
// The signed SendRequest or SendResponse of a stored message with these parts; its smev_id must be
// given.
Result<std::string> BuildEnvelope(const storage::MessageRow& row, const Runtime& runtime,
                                  const Parts& parts);
// "SendRequest" or "SendResponse".
std::string_view OperationOf(const Message& message);

}  // namespace okno::exchange

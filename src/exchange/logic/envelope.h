// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "exchange/smev3/multipart.h"
#include "files/store.h"
#include "logic/runtime.h"
#include "storage/message_store.h"

namespace okno::exchange {

// The signed SendRequest or SendResponse of a stored message; its smev_id must be given.
Result<std::string> BuildEnvelope(const storage::MessageRow& row, const Runtime& runtime,
                                  files::Store& files);
// "SendRequest" or "SendResponse".
std::string_view OperationOf(const Message& message);
// The parts its envelope refers to.
std::vector<smev3::BinaryPart> ReadParts(const Message& message, files::Store& files);

}  // namespace okno::exchange

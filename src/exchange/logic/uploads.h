// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/attempt.h"
#include "logic/context.h"

namespace okno::exchange {

// Whether files of the message must be brought to the FTP storage, or sealed by the certificate of
// today, before it is sent.
bool NeedsUpload(const storage::MessageRow& row, const Runtime& runtime);

// Brings them, no transaction open: each into a directory of its own, sealed with hash and
// signature, which are written down as soon as a file is there. What is there already is only
// sealed anew. Returns what went wrong, if
// anything; a storage that is away counts as no refusal of the message.
std::optional<Attempt> UploadFiles(const Context& context, const Runtime& runtime,
                                   storage::MessageRow& row);

}  // namespace okno::exchange

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "exchange/smev3/participant.h"

namespace okno::exchange::smev3 {

// Puts one file into a fresh directory of the storage, hashed and signed. Refused
// "participant.storage_missing", "participant.storage_failed", "participant.file_unreadable".
Result<RefAttachmentHeader> StoreFile(const OutgoingStoredFile& file, const crypto::Signer& signer,
                                      const ParticipantOptions& options);
// See Participant::Fetch.
Result<Verdict> FetchFile(const ReceivedFile& file, const std::string& path,
                          const ParticipantOptions& options);

}  // namespace okno::exchange::smev3

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ftp/file_storage.h"
#include "logic/incoming.h"
#include "storage/message_store.h"

namespace okno::testbed {

// Areas of the FTP server a participant's files are looked for in.
std::vector<std::string> AreasOf(const Participant& participant);

// RefAttachmentHeaderList: each names another directory with exactly one file, and together they
// stay under the limit.
Checked<std::vector<storage::File>> ReadFiles(const Incoming& incoming, const Uuid& message_id,
                                              const FileStorage& storage, std::uint64_t limit);

}  // namespace okno::testbed

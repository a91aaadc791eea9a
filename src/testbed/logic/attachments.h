// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/incoming.h"
#include "storage/message_store.h"

namespace okno::testbed {

// Attachments in the envelope. Headers and contents must fit one to one (МР, appendix 6), ids have
// the form of xs:ID, and together they stay under the limit.
Checked<std::vector<storage::Attachment>> ReadAttachments(const Incoming& incoming,
                                                          std::uint64_t limit);

Fault Miscoordination(std::string description);
Fault SizeLimitExceeded(const std::string& what, std::uint64_t limit, std::uint64_t size);

}  // namespace okno::testbed

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "logic/incoming.h"
#include "storage/message_store.h"

namespace okno::testbed {

// Headers and contents must fit one to one, and together stay under the limit.
Checked<std::vector<storage::Attachment>> ReadAttachments(const Incoming& incoming,
                                                          std::uint64_t limit);

}  // namespace okno::testbed

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "access/principal.h"
#include "db/pool.h"

namespace okno::exchange {

// How many bytes the attachments of one message of this organization may have together: by FTP
// where its connection has file transfer, else inside the envelope. Empty without a connection.
std::optional<std::uint64_t> FindMostBytes(db::Tx& tx,
                                           const access::OrganizationId& organization_id);

}  // namespace okno::exchange

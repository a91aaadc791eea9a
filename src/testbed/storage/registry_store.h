// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/pool.h"
#include "logic/registry.h"

namespace okno::testbed::storage {

// The participant's other certificates become inactive; none given leaves them as they are.
void Save(db::Tx& tx, const Participant& participant,
          const std::vector<crypto::Certificate>& certificates);
void Save(db::Tx& tx, const MessageType& type);  // its routes replaced
void SaveAuthorities(db::Tx& tx, const std::vector<crypto::Certificate>& authorities);
void SaveRevoked(db::Tx& tx, const std::vector<std::string>& serials);
Registry::Contents LoadRegistry(db::Tx& tx);

}  // namespace okno::testbed::storage

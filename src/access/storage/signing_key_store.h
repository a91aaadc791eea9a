// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "access/principal.h"
#include "time/time.h"

namespace okno::access::storage {

struct KeptKey {
  std::string pkcs12, certificate_der;
  Instant kept_at;
};
// In system scope: nobody's own transaction sees keys.
std::optional<KeptKey> FindSigningKey(db::Tx& tx, const UserId& id);
void KeepSigningKey(db::Tx& tx, const UserId& id, const KeptKey& key);
bool DeleteSigningKey(db::Tx& tx, const UserId& id);

}  // namespace okno::access::storage

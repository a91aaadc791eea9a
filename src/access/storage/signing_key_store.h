// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/signing_keys.h"
#include "time/time.h"

namespace okno::access::storage {

struct KeptKey {
  std::string pkcs12, certificate_der;
  Instant kept_at;
  Instant not_after{};  // of the certificate; not read back
};
// In system scope: nobody's own transaction sees keys.
std::optional<KeptKey> FindSigningKey(db::Tx& tx, const UserId& id);
void KeepSigningKey(db::Tx& tx, const UserId& id, const KeptKey& key);
bool DeleteSigningKey(db::Tx& tx, const UserId& id);

std::vector<EndingKey> ListEndingKeys(db::Tx& tx, const OrganizationId& id, Instant before);
KeyOutlook OutlookOfKeys(db::Tx& tx, Instant now, Instant soon);
// Keys whose term is not noted yet: user and certificate.
std::vector<std::pair<UserId, std::string>> ListUndatedKeys(db::Tx& tx);
void SetKeyTerm(db::Tx& tx, const UserId& id, Instant not_after);

}  // namespace okno::access::storage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "crypto/gost.h"
#include "openssl_types.h"

namespace okno::crypto {

// Lists of revoked certificates, of any number of authorities. Find may be called by many threads
// once nothing is added any more.
class Revocations {
 public:
  // As TrustStore::AddRevocations.
  Result<std::vector<RevocationList>> Add(std::string_view bytes);
  // Since when the certificate is revoked by a list that its issuer has signed.
  std::optional<Instant> Find(X509* certificate, X509* issuer) const;

 private:
  std::vector<X509CrlPtr> lists_;
};

}  // namespace okno::crypto

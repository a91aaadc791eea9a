// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "crypto/gost.h"
#include "openssl_types.h"

namespace okno::crypto {

class SignedList;

// Lists of revoked certificates, of any number of authorities. Find may be called by many threads
// once nothing is added any more.
class Revocations {
 public:
  // As TrustStore::AddRevocations.
  Result<std::vector<RevocationList>> Add(std::string_view bytes);
  // Since when the certificate is revoked by a list that its issuer has signed. Of several lists
  // for the same part of an issuer's certificates the newest alone counts (those of one second
  // together): it may have taken a suspension back (certificateHold, RFC 5280 section 5.3.1).
  std::optional<Instant> Find(X509* certificate, X509* issuer) const;

 private:
  std::vector<std::shared_ptr<const SignedList>> lists_;
};

}  // namespace okno::crypto

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/asn1.h>
#include <openssl/x509.h>

#include "base/result.h"

namespace okno::crypto {

// How often a password is hashed to open a PKCS#12 is written in the file, once for its seal and
// once for everything encrypted. Whoever brings the file chooses it: too much is hours of our
// processor, too little is a password that can be guessed. Refusals: "signer.key_rounds", and
// "signer.key_malformed" for ways of derivation that are not counted in rounds.
class Pkcs12Rounds {
 public:
  // The next derivation; its rounds are counted with those before.
  Outcome Allow(const X509_ALGOR* algorithm);
  Outcome Allow(const ASN1_INTEGER* rounds);  // null: one round, as the format says

 private:
  Outcome Count(std::int64_t rounds);
  std::int64_t total_ = 0;
};

}  // namespace okno::crypto

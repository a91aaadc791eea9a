// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "openssl_types.h"

namespace okno::crypto {

// A PKCS#12 taken apart: its key, the certificate that fits, and the other certificates.
struct OpenedPkcs12 {
  KeyPtr key;
  X509Ptr certificate;
  std::vector<X509Ptr> chain;
};
// Each password is derived once, within the rounds that Pkcs12Rounds allows. Refusals:
// "signer.key_malformed", "signer.password", "signer.key_rounds", "signer.key_open" (the key lies
// in it unencrypted: the password would protect nothing).
Result<OpenedPkcs12> OpenPkcs12(std::string_view pkcs12, std::string_view password);

}  // namespace okno::crypto

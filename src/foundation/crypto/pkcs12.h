// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "openssl_types.h"

namespace okno::crypto {

// A PKCS#12 taken apart: the first key, its certificate, and the other certificates.
struct OpenedPkcs12 {
  KeyPtr key;
  X509Ptr certificate;
  std::vector<X509Ptr> chain;
};
// Refusals: "signer.key_malformed", "signer.password".
Result<OpenedPkcs12> OpenPkcs12(std::string_view pkcs12, std::string_view password);

}  // namespace okno::crypto

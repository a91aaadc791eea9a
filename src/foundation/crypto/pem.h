// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "openssl_types.h"

// PEM of what this room itself has written before: anything wrong in it is a fault.
namespace okno::crypto {

std::string KeyPem(EVP_PKEY* key);  // PKCS#8, unencrypted
std::string X509Pem(X509* x509);
KeyPtr ReadKey(std::string_view pem);
X509Ptr ReadX509(std::string_view pem);

}  // namespace okno::crypto

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/gost.h"
#include "openssl_types.h"

namespace okno::crypto {

struct Certificate::Native {
  X509Ptr x509;
  EVP_PKEY* key = nullptr;  // belongs to x509; null when nobody here can read it
  std::string der;
  std::string sha256;
  std::optional<GostAlgorithm> algorithm;
};

Instant ReadTime(const ASN1_TIME* time);  // precondition: a readable time

// For people, in UTF-8: "CN=ИС МФЦ, O=МФЦ".
std::string WholeName(const X509_NAME* name);

struct CertificateAccess {
  static Certificate Wrap(X509Ptr x509);
};

}  // namespace okno::crypto

// SPDX-License-Identifier: Apache-2.0
#include "pem.h"

#include <openssl/pem.h>

#include "crypto/gost.h"

namespace okno::crypto {

std::string KeyPem(EVP_PKEY* key) {
  const auto bio = WriteBio();
  Check(PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
        "PEM_write_bio_PKCS8PrivateKey");
  return Contents(bio.get());
}

std::string X509Pem(X509* x509) {
  const auto bio = WriteBio();
  Check(PEM_write_bio_X509(bio.get(), x509) == 1, "PEM_write_bio_X509");
  return Contents(bio.get());
}

KeyPtr ReadKey(std::string_view pem) {
  LoadGost();
  KeyPtr key(PEM_read_bio_PrivateKey(ReadBio(pem).get(), nullptr, nullptr, nullptr));
  Check(key != nullptr, "PEM_read_bio_PrivateKey");
  return key;
}

X509Ptr ReadX509(std::string_view pem) {
  LoadGost();
  X509Ptr x509(PEM_read_bio_X509(ReadBio(pem).get(), nullptr, nullptr, nullptr));
  Check(x509 != nullptr, "PEM_read_bio_X509");
  return x509;
}

}  // namespace okno::crypto

// SPDX-License-Identifier: Apache-2.0
#include <openssl/crypto.h>
#include <openssl/hmac.h>

#include "crypto/hash.h"
#include "openssl_types.h"

namespace okno::crypto {
namespace {

std::string Hmac(const EVP_MD* method, std::string_view key, std::string_view bytes) {
  std::string code(static_cast<std::size_t>(EVP_MD_get_size(method)), '\0');
  // A null key means "the key of the last call" to OpenSSL.
  const void* key_bytes = key.empty() ? "" : key.data();
  unsigned size = 0;
  Check(HMAC(method, key_bytes, static_cast<int>(key.size()), Bytes(bytes), bytes.size(),
             Bytes(code), &size) != nullptr,
        "HMAC");
  return code;
}

}  // namespace

std::string Sha256(std::string_view bytes) {
  Sha256Stream stream;
  stream.Update(bytes);
  return stream.Finish();
}

std::string HmacSha1(std::string_view key, std::string_view bytes) {
  return Hmac(EVP_sha1(), key, bytes);
}

std::string HmacSha256(std::string_view key, std::string_view bytes) {
  return Hmac(EVP_sha256(), key, bytes);
}

bool SameBytes(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

struct Sha256Stream::State {
  DigestContextPtr context{EVP_MD_CTX_new()};
};

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) {
  Check(EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) == 1, "SHA-256");
}

Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::Update(std::string_view bytes) {
  Check(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1, "SHA-256");
}

std::string Sha256Stream::Finish() {
  std::string digest(32, '\0');
  Check(EVP_DigestFinal_ex(state_->context.get(), Bytes(digest), nullptr) == 1, "SHA-256");
  return digest;
}

}  // namespace okno::crypto

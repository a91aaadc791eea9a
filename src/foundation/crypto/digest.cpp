// SPDX-License-Identifier: Apache-2.0
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/params.h>

#include "crypto/hash.h"
#include "openssl_types.h"

namespace okno::crypto {
namespace {

using MacPtr = std::unique_ptr<EVP_MAC, FreeWith<EVP_MAC_free>>;
using MacContextPtr = std::unique_ptr<EVP_MAC_CTX, FreeWith<EVP_MAC_CTX_free>>;

// Found once and kept: EVP_sha256() has OpenSSL look among its providers and engines at every use,
// which takes longer than the digest of a token.
const EVP_MD* Sha256Method() {
  static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  Check(method != nullptr, "SHA-256");
  return method;
}

// Without a key; copied for each use, so that no key stays behind.
MacContextPtr NewHmacSha256() {
  const MacPtr method(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
  Check(method != nullptr, "HMAC");
  MacContextPtr context(EVP_MAC_CTX_new(method.get()));
  std::string digest = "SHA256";
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
      OSSL_PARAM_construct_end()};
  Check(context && EVP_MAC_CTX_set_params(context.get(), parameters) == 1, "HMAC");
  return context;
}

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
  static const MacContextPtr keyless = NewHmacSha256();
  const MacContextPtr context(EVP_MAC_CTX_dup(keyless.get()));
  // A null key means "the key of the last call" to OpenSSL.
  const auto* key_bytes = Bytes(key.empty() ? std::string_view("") : key);
  std::string code(32, '\0');
  std::size_t size = 0;
  Check(context && EVP_MAC_init(context.get(), key_bytes, key.size(), nullptr) == 1 &&
            EVP_MAC_update(context.get(), Bytes(bytes), bytes.size()) == 1 &&
            EVP_MAC_final(context.get(), Bytes(code), &size, code.size()) == 1,
        "HMAC");
  return code;
}

bool SameBytes(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

struct Sha256Stream::State {
  DigestContextPtr context{EVP_MD_CTX_new()};
};

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) {
  Check(EVP_DigestInit_ex(state_->context.get(), Sha256Method(), nullptr) == 1, "SHA-256");
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

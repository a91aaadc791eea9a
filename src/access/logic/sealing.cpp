// SPDX-License-Identifier: Apache-2.0
#include "logic/sealing.h"

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>

#include "crypto/hash.h"

namespace okno::access {
namespace {

constexpr std::size_t kNonceBytes = 12;  // what GCM is made for (NIST SP 800-38D, 8.2)
constexpr std::size_t kTagBytes = 16;

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* Bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

// One direction with its key, nonce and owner set.
CipherContext Begin(std::string_view key, std::string_view nonce, std::string_view owner,
                    int encrypts) {
  if (key.size() != kKeyBytes) throw std::logic_error("access: a key of another length");
  CipherContext context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  int length = 0;
  const bool ready = context &&
                     EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, Bytes(key),
                                       Bytes(nonce), encrypts) == 1 &&
                     EVP_CipherUpdate(context.get(), nullptr, &length, Bytes(owner),
                                      static_cast<int>(owner.size())) == 1;
  if (!ready) throw std::runtime_error("access: AES-256-GCM is not available");
  return context;
}

std::string Transform(EVP_CIPHER_CTX* context, std::string_view input) {
  std::string output(input.size(), '\0');
  int length = 0;
  if (EVP_CipherUpdate(context, Bytes(output), &length, Bytes(input),
                       static_cast<int>(input.size())) != 1) {
    throw std::runtime_error("access: AES-256-GCM failed");
  }
  return output;
}

}  // namespace

std::string Encrypt(std::string_view key, std::string_view owner, std::string_view plain) {
  const std::string nonce = crypto::RandomBytes(kNonceBytes);
  const auto context = Begin(key, nonce, owner, 1);
  std::string sealed = nonce + Transform(context.get(), plain);
  std::string tag(kTagBytes, '\0');
  int length = 0;
  if (EVP_CipherFinal_ex(context.get(), Bytes(tag), &length) != 1 ||
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, tag.data()) != 1) {
    throw std::runtime_error("access: AES-256-GCM failed");
  }
  return sealed + tag;
}

std::optional<std::string> Decrypt(std::string_view key, std::string_view owner,
                                   std::string_view sealed) {
  if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
  const auto context = Begin(key, sealed.substr(0, kNonceBytes), owner, 0);
  std::string tag(sealed.substr(sealed.size() - kTagBytes));
  auto plain =
      Transform(context.get(), sealed.substr(kNonceBytes, sealed.size() - kNonceBytes - kTagBytes));
  int length = 0;
  unsigned char rest[kTagBytes];
  if (EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) != 1 ||
      EVP_CipherFinal_ex(context.get(), rest, &length) != 1) {
    return std::nullopt;
  }
  return plain;
}

}  // namespace okno::access

// SPDX-License-Identifier: Apache-2.0
#define OPENSSL_SUPPRESS_DEPRECATED
#include "gost_engine.h"

#include <openssl/engine.h>
#include <openssl/err.h>

#include <array>
#include <mutex>
#include <stdexcept>

namespace okno::crypto {
namespace {

struct AlgorithmNumbers {
  int digest;
  int key;
  std::size_t digest_size;
};

AlgorithmNumbers Numbers(GostAlgorithm algorithm) {
  switch (algorithm) {
    case GostAlgorithm::kGost2012_256:
      return {NID_id_GostR3411_2012_256, NID_id_GostR3410_2012_256, 32};
    case GostAlgorithm::kGost2012_512:
      return {NID_id_GostR3411_2012_512, NID_id_GostR3410_2012_512, 64};
    case GostAlgorithm::kGost2001:
      return {NID_id_GostR3411_94, NID_id_GostR3410_2001, 32};
  }
  throw std::invalid_argument("GOST algorithm");
}

constexpr std::array kAlgorithms = {GostAlgorithm::kGost2012_256, GostAlgorithm::kGost2012_512,
                                    GostAlgorithm::kGost2001};

struct Gost {
  ENGINE* engine = nullptr;
  std::array<const EVP_MD*, kAlgorithms.size()> digests{};
};

Gost StartEngine() {
  Gost gost;
  gost.engine = ENGINE_by_id("gost");
  if (gost.engine == nullptr || ENGINE_init(gost.engine) != 1) {
    ERR_clear_error();
    throw std::runtime_error(
        "OpenSSL has no engine 'gost': install the package libengine-gost-openssl");
  }
  // The S-box of GOST R 34.11-94 in СМЭВ's old messages, and of key wrapping.
  Check(ENGINE_ctrl_cmd_string(gost.engine, "CRYPT_PARAMS", "id-Gost28147-89-CryptoPro-A-ParamSet",
                               0) == 1,
        "CRYPT_PARAMS");
  // Certificates and CMS find GOST by default methods; random numbers stay OpenSSL's own.
  Check(ENGINE_set_default(gost.engine, ENGINE_METHOD_ALL & ~ENGINE_METHOD_RAND) == 1,
        "ENGINE_set_default");
  for (std::size_t i = 0; i < kAlgorithms.size(); ++i) {
    gost.digests[i] = ENGINE_get_digest(gost.engine, Numbers(kAlgorithms[i]).digest);
    Check(gost.digests[i] != nullptr, "ENGINE_get_digest");
  }
  return gost;
}

const Gost& Loaded() {
  static const Gost gost = StartEngine();  // a throw leaves it for the next call
  return gost;
}

KeyContextPtr ContextOf(EVP_PKEY* key) {
  KeyContextPtr context(EVP_PKEY_CTX_new(key, Loaded().engine));
  Check(context != nullptr, "EVP_PKEY_CTX_new");
  return context;
}

}  // namespace

void LoadGost() { Loaded(); }

const EVP_MD* GostDigestMethod(GostAlgorithm algorithm) {
  return Loaded().digests[static_cast<std::size_t>(algorithm)];
}

DigestContextPtr StartGostDigest(GostAlgorithm algorithm) {
  DigestContextPtr context(EVP_MD_CTX_new());
  Check(EVP_DigestInit_ex(context.get(), GostDigestMethod(algorithm), Loaded().engine) == 1,
        "GOST digest");
  return context;
}

std::size_t GostDigestSize(GostAlgorithm algorithm) { return Numbers(algorithm).digest_size; }

std::optional<GostAlgorithm> AlgorithmOf(const EVP_PKEY* key) {
  if (key == nullptr) return std::nullopt;
  const int number = EVP_PKEY_get_base_id(key);
  for (auto algorithm : kAlgorithms) {
    if (Numbers(algorithm).key == number) return algorithm;
  }
  return std::nullopt;
}

std::string SignHash(EVP_PKEY* key, std::string_view digest) {
  const auto context = ContextOf(key);
  std::string signature(2 * digest.size(), '\0');
  auto size = signature.size();
  Check(EVP_PKEY_sign_init(context.get()) == 1, "EVP_PKEY_sign_init");
  Check(EVP_PKEY_sign(context.get(), Bytes(signature), &size, Bytes(digest), digest.size()) == 1,
        "EVP_PKEY_sign");
  signature.resize(size);
  return signature;
}

bool VerifyHash(EVP_PKEY* key, std::string_view digest, std::string_view signature) {
  const auto algorithm = AlgorithmOf(key);
  if (!algorithm || digest.size() != GostDigestSize(*algorithm) ||
      signature.size() != 2 * digest.size())
    return false;
  const auto context = ContextOf(key);
  const bool valid = EVP_PKEY_verify_init(context.get()) == 1 &&
                     EVP_PKEY_verify(context.get(), Bytes(signature), signature.size(),
                                     Bytes(digest), digest.size()) == 1;
  if (!valid) ERR_clear_error();
  return valid;
}

KeyPtr GenerateGostKey(GostAlgorithm algorithm) {
  KeyContextPtr context(EVP_PKEY_CTX_new_id(Numbers(algorithm).key, Loaded().engine));
  Check(context != nullptr && EVP_PKEY_keygen_init(context.get()) == 1, "EVP_PKEY_keygen_init");
  Check(EVP_PKEY_CTX_ctrl_str(context.get(), "paramset", "A") == 1, "paramset");
  EVP_PKEY* key = nullptr;
  Check(EVP_PKEY_keygen(context.get(), &key) == 1, "EVP_PKEY_keygen");
  return KeyPtr(key);
}

}  // namespace okno::crypto

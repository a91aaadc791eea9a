// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "crypto/gost.h"
#include "openssl_types.h"

// All that needs OpenSSL's ENGINE interface, which is deprecated in OpenSSL 3 and gone in 4:
// gost_engine.cpp is the one file to change then. Every function loads the engine itself. Nothing
// here keeps keys or certificates in static objects: freed after OpenSSL's exit handler has
// unloaded the engine, they crash.
namespace okno::crypto {

const EVP_MD* GostDigestMethod(GostAlgorithm algorithm);
DigestContextPtr StartGostDigest(GostAlgorithm algorithm);
std::size_t GostDigestSize(GostAlgorithm algorithm);
std::optional<GostAlgorithm> AlgorithmOf(const EVP_PKEY* key);  // empty when the key is not GOST

std::string SignHash(EVP_PKEY* key, std::string_view digest);  // raw s‖r
bool VerifyHash(EVP_PKEY* key, std::string_view digest, std::string_view signature);
KeyPtr GenerateGostKey(GostAlgorithm algorithm);  // parameter set A

}  // namespace okno::crypto

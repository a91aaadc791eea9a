// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.h"

// How well a PKCS#12 keeps its key, read before much is derived from its password: how often the
// derivation goes round is written in the file, by whoever made it.
namespace okno::crypto {

// More rounds in a whole file are refused: each costs time of the processor, and the file may come
// from anybody.
inline constexpr long kMostPkcs12Rounds = 1'000'000;

struct Pkcs12Protection {
  long least_rounds = 0;      // of the weakest derivation in it
  bool key_in_clear = false;  // the key lies in it unencrypted: the password protects only the sum
};
// "signer.key_malformed" when it can not be read, has more rounds than kMostPkcs12Rounds together,
// or is encrypted in a way that is not known. Whether the password is right is not asked here.
Result<Pkcs12Protection> InspectPkcs12(std::string_view pkcs12, std::string_view password);

}  // namespace okno::crypto

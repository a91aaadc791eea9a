// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "signature_profile.h"
#include "xml/document.h"

namespace okno::xml {

// A ds:Signature taken apart; nothing in it is believed yet.
struct SignatureParts {
  Element signed_info;
  bool exclusive = true;              // canonical form of SignedInfo
  crypto::GostAlgorithm algorithm{};  // of the signature and of the digest
  std::string uri;                    // "" or "#id"
  TransformChain transforms;
  std::string digest;       // raw
  std::string value;        // raw
  std::string certificate;  // DER
};
// Refusals: "signature.malformed", "signature.algorithm_refused", "signature.transform_refused".
Result<SignatureParts> TakeApart(Element signature);

}  // namespace okno::xml

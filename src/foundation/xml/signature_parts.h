// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "signature_profile.h"
#include "xml/document.h"

namespace okno::xml {

// A ds:Signature taken apart; nothing in it is believed yet.
struct SignatureParts {
  Element signed_info;
  Step canonical;                     // how SignedInfo was written
  crypto::GostAlgorithm algorithm{};  // of the signature and of the digest
  std::string uri;                    // "" or "#id"
  TransformChain transforms;
  std::string digest;                     // raw
  std::string value;                      // raw
  std::vector<std::string> certificates;  // DER, as they stand in KeyInfo; at least one
};
// Refusals: "signature.malformed", "signature.algorithm_refused", "signature.transform_refused".
Result<SignatureParts> TakeApart(Element signature);

}  // namespace okno::xml

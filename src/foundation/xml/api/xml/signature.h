// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "crypto/gost.h"
#include "xml/document.h"

namespace okno::xml {

// Puts a detached ds:Signature over `target` (which has an attribute Id, or gets `id` as one) into `holder`, in the
// profile of СМЭВ 3: exc-c14n + smev transform, one Reference "#id", X509Certificate, no white space anywhere.
// Refusals: those of SmevTransform, "signature.duplicate_id".
Outcome SignById(Element target, std::string_view id, Element holder, const crypto::Signer& signer);

// What one ds:Signature says. The caller must compare `signed_element` with the element it is about to use: a
// signature that is right over another element is the classic wrapping attack.
struct SignatureVerdict {
  bool valid = false;
  std::string code;            // "signature.valid", "signature.digest_differs", "signature.value_wrong",
                               // "signature.target_missing", "signature.duplicate_id", "signature.malformed",
                               // "signature.algorithm_refused", "signature.transform_refused", "certificate.malformed"
  Element signed_element;      // empty unless the reference was resolved
  std::optional<crypto::Certificate> certificate;
};
// Verifies `signature` (a ds:Signature element) inside its document. Only the allow-listed algorithms and transforms
// of СМЭВ 3 (enveloped, c14n, exc-c14n, smev; at most 4), exactly one Reference "#Id" or "". Certificate dates and
// chain are not judged here: see crypto::TrustStore.
SignatureVerdict VerifySignature(Element signature);
// Every ds:Signature of the document in document order.
std::vector<Element> FindSignatures(const Document& document);

}  // namespace okno::xml

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

// Where a signature will stand: apart from what it signs, or inside it as the last child.
enum class Placing { kDetached, kEnveloped };
// The text of the same ds:Signature over `target`, whose Id must be there and be `id`: for callers who keep a document's
// bytes and put the text in themselves. Enveloped ones name the enveloped transform first. Refusals as of SignById, and
// "signature.malformed" when the document has a relative namespace URI, for which nobody can verify a signature.
Result<std::string> WriteSignature(Element target, std::string_view id, Placing placing, const crypto::Signer& signer);

// What one ds:Signature says. The caller must compare `signed_element` with the element it is about to use: a
// signature that is right over another element is the classic wrapping attack.
struct SignatureVerdict {
  bool valid = false;
  std::string code;            // "signature.valid", "signature.digest_differs", "signature.value_wrong",
                               // "signature.reformatted" (only white space between the elements of SignedInfo differs),
                               // "signature.target_missing", "signature.duplicate_id", "signature.malformed",
                               // "signature.algorithm_refused", "signature.transform_refused", "certificate.malformed"
  Element signed_element;      // empty unless the reference was resolved
  std::optional<crypto::Certificate> certificate;         // of those in KeyInfo the one whose key fits, else the first
  std::optional<crypto::GostAlgorithm> algorithm;         // as SignedInfo names it
  std::string reference;                                  // URI of the reference: "#id" or ""
  std::size_t signed_octets = 0;                          // how many bytes were digested, after the transforms
};
// Verifies `signature` (a ds:Signature element) inside its document. Only the allow-listed algorithms and transforms
// of СМЭВ 3 (enveloped, c14n, exc-c14n with or without InclusiveNamespaces, smev; at most 4), exactly one Reference "#Id" or "". Certificate dates and
// chain are not judged here: see crypto::TrustStore.
SignatureVerdict VerifySignature(Element signature);
// Every ds:Signature of the document in document order.
std::vector<Element> FindSignatures(const Document& document);

}  // namespace okno::xml

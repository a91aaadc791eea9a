// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "crypto/gost.h"
#include "xml/signature.h"

namespace okno::exchange::smev3 {

// What is to be signed in a document and where the signature is to go.
struct SigningOrder {
  std::string id;  // of the element, as in its attribute Id
  // Local name of the element that will hold the signature: the one there is, else a new one right
  // after the signed element, in the namespace of its parent. "" = as СМЭВ wants it: its own holder
  // for the blocks of the envelope; for any other element the signature stands right after it; the
  // root gets it inside.
  std::string holder;
  // kEnveloped: inside the signed element as its last child, whatever the element is.
  xml::Placing placing = xml::Placing::kDetached;
};

// The document with one more ds:Signature in the profile of СМЭВ 3. Bytes are put in; all others
// stay as they are. Refusals: those of xml::Document::Parse and of SignById,
// "signature.target_missing", "signing.holder_taken" (it has a signature already),
// "signing.holder_ambiguous", "signing.holder_inside" (a detached signature can not stand inside
// what it signs).
Result<std::string> SignDocument(std::string_view document, const SigningOrder& order,
                                 const crypto::Signer& signer);

}  // namespace okno::exchange::smev3

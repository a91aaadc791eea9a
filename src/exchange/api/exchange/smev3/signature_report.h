// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "crypto/gost.h"
#include "exchange/smev3/multipart.h"
#include "time/time.h"

// What can be said about every signature of a message, without knowing who sent it or why: for
// integrators and for looking into a captured exchange. The exchange itself verifies what it is
// about to use, see verification.h.
namespace okno::exchange::smev3 {

struct SignatureFinding {
  enum class Kind {
    kElement,     // ds:Signature over an element
    kAttachment,  // SignaturePKCS7 over the content of an attachment in the message
    kFile,        // SignaturePKCS7 over a file that travels by FTP
  } kind = Kind::kElement;
  // "signature.valid", "signature.content_absent", or what is wrong: codes of VerifySignature,
  // VerifyCms and TrustStore, "signature.wrong_target" (right, but over another element than СМЭВ
  // wants there), "signature.hash_differs" (Hash of the header is not what was signed),
  // "signature.missing" (none is there, where the message or an attachment must have one).
  std::string code;
  std::string holder;   // local name of the element the signature stands in
  long line = 0;        // of the signature, in the envelope
  std::string element;  // what is covered: local name and namespace; "" when it was not found
  std::string element_namespace;
  std::string id;          // its Id; contentId or uuid of an attachment; "" for the whole document
  std::string expected;    // local name of what should be covered, when something else or nothing is
  std::size_t bytes = 0;   // size of what is covered, as it stands in the message
  std::size_t octets = 0;  // how many bytes were digested, after the transforms
  std::optional<crypto::Certificate> certificate;
  std::optional<crypto::GostAlgorithm> algorithm;
  std::optional<Instant> signing_time;  // as the signer says, in a CMS

  bool valid() const { return code == "signature.valid"; }
  bool missing() const { return code == "signature.missing"; }
  // Right over bytes that are not at hand.
  bool unchecked() const { return code == "signature.content_absent"; }
  // Nothing is wrong with it as far as can be seen: a file on the FTP storage is elsewhere by
  // rights, an attachment that belongs into the message is missing.
  bool acceptable() const { return valid() || (unchecked() && kind == Kind::kFile); }
};

struct SignatureReport {
  std::string version;  // of the envelope, "1.2"; "" when the document is no message of СМЭВ 3
  std::string message;  // local name of the wrapper in soap:Body, else of the root
  std::size_t bytes = 0;  // of the envelope
  std::size_t parts = 0;  // beside it
  std::vector<SignatureFinding> findings;

  // At least one signature, nothing wrong with any, and none missing.
  bool AllAcceptable() const;
  bool AllValid() const;
};

struct Inspection {
  Instant at;                                 // the moment certificates are judged at
  const crypto::TrustStore* trust = nullptr;  // null: chains are not checked, only dates
};
// Refusals: those of ReadEnvelope.
Result<SignatureReport> InspectSignatures(const Package& package, const Inspection& inspection);

}  // namespace okno::exchange::smev3

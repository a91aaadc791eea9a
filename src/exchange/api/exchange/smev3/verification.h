// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "crypto/gost.h"
#include "exchange/smev3/reader.h"
#include "time/time.h"
#include "xml/document.h"

namespace okno::exchange::smev3 {

// What a check says: "signature.valid" or a stable code of what is wrong, and whose signature it
// is.
struct Verdict {
  std::string code = "signature.missing";
  std::optional<crypto::Certificate> signer;
  bool valid() const { return code == "signature.valid"; }
};

// ЭП-СМЭВ: SMEVSignature beside (or after) `target` must sign exactly `target` and carry the pinned
// certificate. Codes of VerifySignature and "signature.missing", "signature.wrong_target",
// "signature.wrong_certificate".
Verdict VerifyBus(xml::Element target, const crypto::Certificate& pinned);

// ЭП-ОВ of the sender over SenderProvided…Data; the certificate is judged at `at`. What СМЭВ itself
// wrote (AsyncProcessingStatus) is signed by the bus. Codes also those of TrustStore.
Verdict VerifySender(const ReceivedMessage& message, const crypto::TrustStore& trust,
                     const crypto::Certificate& pinned, Instant at);

// ЭП-СП: PersonalSignature must sign exactly the root of the business content. Precondition: there
// is one.
Verdict VerifyPersonal(const ReceivedContent& content, const crypto::TrustStore& trust, Instant at);

// SignaturePKCS7 of a file, inline or by FTP: detached CMS over its bytes. Codes also those of
// VerifyCms and TrustStore.
Verdict VerifyAttachment(std::string_view signature, std::string_view bytes,
                         const crypto::TrustStore& trust, Instant at);

}  // namespace okno::exchange::smev3

// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/verification.h"

#include "xml/signature.h"

namespace okno::exchange::smev3 {

namespace {

// The signature in `holder` must sign `target` and nothing else: a right signature over another
// element is the classic wrapping attack.
Verdict VerifyOver(xml::Element holder, xml::Element target) {
  auto signature = holder ? holder.child(kDsig, "Signature") : xml::Element();
  if (!signature) return {};
  auto judged = xml::VerifySignature(signature);
  if (!judged.valid) return {judged.code, judged.certificate};
  if (!(judged.signed_element == target)) return {"signature.wrong_target", judged.certificate};
  return {"signature.valid", judged.certificate};
}

bool Same(const std::optional<crypto::Certificate>& a, const crypto::Certificate& b) {
  return a && a->sha256() == b.sha256();
}

Verdict Pinned(Verdict verdict, const crypto::Certificate& pinned) {
  if (verdict.valid() && !Same(verdict.signer, pinned))
    verdict.code = "signature.wrong_certificate";
  return verdict;
}

// A right signature is worth as much as its certificate.
Verdict Judged(Verdict verdict, const crypto::TrustStore& trust, Instant at) {
  if (!verdict.valid()) return verdict;
  auto judged = trust.Judge(*verdict.signer, at);
  if (judged != "certificate.valid") verdict.code = judged;
  return verdict;
}

}  // namespace

Verdict VerifyBus(xml::Element target, const crypto::Certificate& pinned) {
  return Pinned(VerifyOver(target.parent().child("SMEVSignature"), target), pinned);
}

Verdict VerifySender(const ReceivedMessage& message, const crypto::TrustStore& trust,
                     const crypto::Certificate& pinned, Instant at) {
  auto holder = message.signed_by_bus.child("SenderInformationSystemSignature");
  if (std::holds_alternative<Cancellation>(message.body)) {
    auto target = message.signed_by_bus.child("MessageReference");
    return Judged(VerifyOver(holder, target), trust, at);
  }
  if (!message.provided) return {"signature.valid", pinned};  // the bus has signed the whole
  auto verdict = VerifyOver(holder, message.provided);
  if (std::holds_alternative<AsyncStatus>(message.body)) return Pinned(verdict, pinned);
  return Judged(std::move(verdict), trust, at);
}

Verdict VerifyPersonal(const ReceivedContent& content, const crypto::TrustStore& trust,
                       Instant at) {
  return Judged(VerifyOver(content.personal_signature, content.element), trust, at);
}

Verdict VerifyAttachment(std::string_view signature, std::string_view bytes,
                         const crypto::TrustStore& trust, Instant at) {
  if (signature.empty()) return {};
  auto cms = crypto::VerifyCms(signature, bytes);
  if (!cms.valid) return {cms.verdict, cms.certificate};
  if (!cms.certificate) return {"signature.malformed", {}};
  return Judged({"signature.valid", cms.certificate}, trust, at);
}

}  // namespace okno::exchange::smev3

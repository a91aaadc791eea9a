// SPDX-License-Identifier: Apache-2.0
#include "smev3/verification.h"

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

std::string JudgeAttachment(const ReceivedAttachment& attachment, const crypto::TrustStore& trust,
                            Instant at) {
  if (attachment.header.signature.empty()) return "signature.missing";
  auto cms = crypto::VerifyCms(attachment.header.signature, attachment.bytes);
  if (!cms.valid || !cms.certificate) return cms.verdict;
  auto judged = trust.Judge(*cms.certificate, at);
  return judged == "certificate.valid" ? "signature.valid" : judged;
}

}  // namespace

Verdict VerifyBus(xml::Element target, const crypto::Certificate& pinned) {
  return Pinned(VerifyOver(target.parent().child("SMEVSignature"), target), pinned);
}

Verdict VerifySender(const ReceivedMessage& message, const crypto::TrustStore& trust,
                     const crypto::Certificate& pinned, Instant at) {
  if (!message.provided) return {"signature.valid", pinned};  // the bus has signed the whole
  auto holder = message.signed_by_bus.child("SenderInformationSystemSignature");
  auto verdict = VerifyOver(holder, message.provided);
  if (std::holds_alternative<AsyncStatus>(message.body)) return Pinned(verdict, pinned);
  if (!verdict.valid()) return verdict;
  auto judged = trust.Judge(*verdict.signer, at);
  if (judged != "certificate.valid") return {judged, verdict.signer};
  if (const auto* content = std::get_if<ReceivedContent>(&message.body)) {
    for (const auto& attachment : content->attachments) {
      auto code = JudgeAttachment(attachment, trust, at);
      if (code != "signature.valid") return {code, verdict.signer};
    }
  }
  return verdict;
}

}  // namespace okno::exchange::smev3

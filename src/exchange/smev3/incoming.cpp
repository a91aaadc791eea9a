// SPDX-License-Identifier: Apache-2.0
#include "smev3/incoming.h"

#include "xml/signature.h"

namespace okno::exchange::smev3 {

namespace {

// Whoever signs in `holder`, as the signature itself says.
std::optional<crypto::Certificate> CertificateIn(xml::Element holder) {
  const auto signature = holder ? holder.child(kDsig, "Signature") : xml::Element();
  return signature ? xml::VerifySignature(signature).certificate : std::nullopt;
}

class Reader {
 public:
  Reader(const ParticipantOptions& options) : options_(options), now_(options.clock.Now()) {}

  void Judge(const ReceivedMessage& message, Incoming& incoming) const {
    // Without a pinned certificate what the bus writes itself is the bus's whose signature held.
    const auto& pinned = options_.bus_certificate ? options_.bus_certificate : incoming.bus.signer;
    if (!pinned) return;
    const auto sender =
        CertificateIn(message.signed_by_bus.child("SenderInformationSystemSignature"));
    incoming.sender = WithTrust(sender, [&](const crypto::TrustStore& trust) {
      return VerifySender(message, trust, *pinned, now_);
    });
    if (const auto* content = std::get_if<ReceivedContent>(&message.body)) {
      JudgeContent(*content, incoming);
    }
  }

 private:
  template <typename Verify>
  Verdict WithTrust(const std::optional<crypto::Certificate>& signer, Verify verify) const {
    if (options_.trust != nullptr) return verify(*options_.trust);
    crypto::TrustStore only;  // trust in the signer: all that is left to judge are the dates
    if (signer) only.AddRoot(*signer);
    return verify(only);
  }

  void JudgeContent(const ReceivedContent& content, Incoming& incoming) const {
    if (content.personal_signature) {
      incoming.person = WithTrust(
          CertificateIn(content.personal_signature),
          [&](const crypto::TrustStore& trust) { return VerifyPersonal(content, trust, now_); });
    }
    for (const auto& attachment : content.attachments) {
      const auto& cms = attachment.header.signature;
      const auto signer = crypto::VerifyCmsAlone(cms).certificate;
      incoming.attachments.push_back(WithTrust(signer, [&](const crypto::TrustStore& trust) {
        return VerifyAttachment(cms, attachment.bytes, trust, now_);
      }));
    }
  }

  const ParticipantOptions& options_;
  Instant now_;
};

Result<ReceivedMessage> ReadMessage(const Answer& answer, const Dialect& dialect) {
  auto message = ReadReceived(answer, dialect);
  if (!message) return message.refusal();
  return **std::move(message);
}

}  // namespace

Verdict VerifyBusOf(xml::Element target, const std::optional<crypto::Certificate>& pinned) {
  if (pinned) return VerifyBus(target, *pinned);
  const auto own = CertificateIn(target.parent().child("SMEVSignature"));
  return own ? VerifyBus(target, *own) : Verdict{};
}

Incoming ReadIncoming(Answer answer, const ParticipantOptions& options) {
  auto id = FindReceivedId(answer);
  const auto target = FindSigned(answer);
  auto bus = target ? VerifyBusOf(target, options.bus_certificate) : Verdict{};
  auto message = ReadMessage(answer, options.dialect);
  Incoming incoming{std::move(answer), id, std::move(message), std::move(bus), {}, {}, {}};
  if (incoming.message) Reader(options).Judge(*incoming.message, incoming);
  return incoming;
}

}  // namespace okno::exchange::smev3

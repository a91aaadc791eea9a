// SPDX-License-Identifier: Apache-2.0
#include "logic/incoming.h"

#include "xml/signature.h"

namespace okno::testbed {

namespace {

constexpr std::string_view kRequest = "Request";  // ends the names of all calls

struct Call {
  std::string operation;
  xml::Element wrapper, signed_element;
};

// What the caller signs, by operation: МР, dossier section 5.
xml::Element FindSigned(const smev3::Dialect& dialect, const Call& call) {
  const auto& operation = call.operation;
  if (operation == "SendRequest")
    return call.wrapper.child(dialect.types, "SenderProvidedRequestData");
  if (operation == "SendResponse")
    return call.wrapper.child(dialect.types, "SenderProvidedResponseData");
  if (operation == "Ack") return call.wrapper.child(dialect.basic, "AckTargetMessage");
  auto selector = call.wrapper.child(dialect.basic, "MessageTypeSelector");
  return selector ? selector : call.wrapper.child(dialect.basic, "Timestamp");
}

// The operation is told by the root of the Body alone; SOAPAction may say anything.
Checked<Call> ReadCall(const smev3::Source& source, const Reading& reading) {
  auto root = source.root();
  if (!root.Is(smev3::kSoap, "Envelope")) return InvalidContent("Это не конверт SOAP 1.1");
  if (reading.settings.require_header == Switch::kOn && !root.child(smev3::kSoap, "Header"))
    return SignatureFault("PoorSOAPEnvelopeFormat", "в конверте нет элемента soap:Header");
  auto body = root.child(smev3::kSoap, "Body");
  if (!body || body.children().size() != 1)
    return InvalidContent("В soap:Body должен быть один элемент");
  Call call{{}, body.children()[0], {}};
  auto name = call.wrapper.name();
  if (call.wrapper.namespace_uri() != reading.dialect.types)
    return InvalidContent("Конверт другой версии: " + call.wrapper.namespace_uri());
  if (!name.ends_with(kRequest) ||
      !reading.dialect.HasOperation(name.substr(0, name.size() - kRequest.size())))
    return InvalidContent("Неизвестный вызов " + name);
  call.operation = name.substr(0, name.size() - kRequest.size());
  auto errors = reading.envelope_schema.Validate(call.wrapper);
  if (!errors.empty())
    return InvalidContent("SMEV-403: формат конверта нарушен: " + errors[0].element + ": " +
                          errors[0].text);
  call.signed_element = FindSigned(reading.dialect, call);
  return call;
}

std::optional<Fault> CheckSignature(const xml::SignatureVerdict& verdict, xml::Element expected) {
  bool resolved = static_cast<bool>(verdict.signed_element);
  if (verdict.code == "signature.target_missing" || verdict.code == "signature.duplicate_id" ||
      (resolved && !(verdict.signed_element == expected))) {
    return SignatureFault("IncorrectSignatureTarget",
                          "ЭП-ОВ поставлена не под элементом " + expected.name());
  }
  if (verdict.code == "certificate.malformed")
    return SignatureFault("CertificateIsNotFound", "сертификат в подписи не читается");
  if (verdict.valid) return std::nullopt;
  return SignatureFault("SignatureIsInvalid", "ЭП-ОВ неверна (" + verdict.code + ")");
}

Checked<const Participant*> CheckCertificate(const Reading& reading,
                                             const crypto::Certificate& certificate) {
  const auto* known = reading.registry->FindCertificate(certificate);
  if (known == nullptr) {
    return Fault{"SenderIsNotRegistered",
                 "SMEV-102: сертификат «" + certificate.subject_name() +
                     "» не зарегистрирован ни за одной информационной системой"};
  }
  if (!known->active) {
    return SignatureFault("CertificateIsNotFound",
                          "сертификат больше не закреплён за системой " + known->mnemonic);
  }
  auto judgement = reading.registry->Judge(certificate, reading.now);
  if (judgement != "certificate.valid") return CertificateFault(judgement, certificate);
  return reading.registry->FindParticipant(known->mnemonic);
}

}  // namespace

Fault CertificateFault(const std::string& judgement, const crypto::Certificate& certificate) {
  auto moment = [](Instant at) { return FormatLocal(at, kMoscow); };
  if (judgement == "certificate.expired") {
    return SignatureFault(
        "CertificateIsExpired",
        "срок действия сертификата истёк (действовал до " + moment(certificate.not_after()) + ")");
  }
  if (judgement == "certificate.not_yet_valid") {
    return SignatureFault("CertificateIsExpired",
                          "срок действия сертификата ещё не начался (действует с " +
                              moment(certificate.not_before()) + ")");
  }
  if (judgement == "certificate.revoked") {
    return SignatureFault("SignatureIsInvalid",
                          "сертификат " + certificate.serial() + " отозван (код ГУЦ: REVOKED)");
  }
  return SignatureFault("SignatureIsInvalid", "сертификат недействителен: издатель «" +
                                                  certificate.issuer_name() + "» не аккредитован");
}

Checked<Incoming> ReadIncoming(std::string_view content_type, std::string_view body,
                               const Reading& reading) {
  auto package = smev3::ReadPackage(content_type, body);
  if (!package) return InvalidContent("Сообщение не читается: " + package.refusal().code);
  auto source = smev3::ReadEnvelope(*package);
  if (!source) {
    return InvalidContent("Сообщение не читается: " + source.refusal().code + " " +
                          source.refusal().detail);
  }
  auto call = ReadCall(*source, reading);
  if (auto* fault = std::get_if<Fault>(&call)) return *fault;
  auto& [operation, wrapper, signed_element] = std::get<0>(call);
  auto holder = wrapper.child(reading.dialect.types, "CallerInformationSystemSignature");
  // The live bus calls a missing holder a breach of form, though its schema allows that.
  if (!holder) return InvalidContent("Нет элемента CallerInformationSystemSignature");
  auto signature = holder.child(smev3::kDsig, "Signature");
  if (!signature) return SignatureFault("NoSignatureFound", "сообщение не подписано ЭП-ОВ");
  auto verdict = xml::VerifySignature(signature);
  if (auto fault = CheckSignature(verdict, signed_element)) return *fault;
  auto sender = CheckCertificate(reading, *verdict.certificate);
  if (auto* fault = std::get_if<Fault>(&sender)) return *fault;
  package->envelope.clear();
  return Incoming{reading.dialect,      reading.registry,
                  std::move(*source),   std::move(*package),
                  std::move(operation), wrapper,
                  signed_element,       signature,
                  *verdict.certificate, std::get<0>(sender)};
}

}  // namespace okno::testbed

// SPDX-License-Identifier: Apache-2.0
#include "logic/incoming.h"

#include "xml/signature.h"

namespace okno::testbed {

namespace {

Fault InvalidContent(const std::string& description) {
  return {"InvalidContent", description, {{"ValidationError", description}}};
}

std::optional<Fault> CheckForm(const smev3::Source& source, const smev3::Dialect& dialect,
                               const xml::SchemaSet& schema, xml::Element& wrapper) {
  auto root = source.root();
  if (!root.Is(smev3::kSoap, "Envelope")) return InvalidContent("Это не конверт SOAP 1.1");
  if (!root.child(smev3::kSoap, "Header"))
    return SignatureFault("PoorSOAPEnvelopeFormat", "Нет soap:Header");
  auto body = root.child(smev3::kSoap, "Body");
  if (!body || body.children().size() != 1)
    return InvalidContent("В soap:Body должен быть один элемент");
  wrapper = body.children()[0];
  if (wrapper.namespace_uri() != dialect.types) return InvalidContent("Конверт другой версии");
  auto errors = schema.Validate(wrapper);
  if (errors.empty()) return std::nullopt;
  return InvalidContent("Формат конверта нарушен: " + errors[0].element + ": " + errors[0].text);
}

std::optional<Fault> CheckSignature(const Incoming& incoming, const xml::SignatureVerdict& verdict,
                                    Instant now) {
  bool resolved = static_cast<bool>(verdict.signed_element);
  if (verdict.code == "signature.target_missing" ||
      (resolved && !(verdict.signed_element == incoming.signed_element))) {
    return SignatureFault("IncorrectSignatureTarget", "Подписан не тот элемент");
  }
  if (!verdict.valid)
    return SignatureFault("SignatureIsInvalid", "SMEV-100: подпись неверна (" + verdict.code + ")");
  if (now < verdict.certificate->not_before() || now > verdict.certificate->not_after()) {
    return SignatureFault("CertificateIsExpired",
                          "SMEV-100: срок действия сертификата истёк или не начался");
  }
  return std::nullopt;
}

}  // namespace

Checked<Incoming> ReadIncoming(db::Tx& tx, std::string_view content_type, std::string_view body,
                               const smev3::Dialect& dialect, const xml::SchemaSet& envelope_schema,
                               Instant now) {
  auto package = smev3::ReadPackage(content_type, body);
  if (!package) return InvalidContent(package.refusal().code);
  auto source = smev3::ReadEnvelope(*package);
  if (!source) return InvalidContent(source.refusal().code + " " + source.refusal().detail);
  xml::Element wrapper;
  if (auto fault = CheckForm(*source, dialect, envelope_schema, wrapper)) return *fault;
  package->envelope.clear();
  Incoming incoming{
      std::move(*source), std::move(*package), wrapper, wrapper.children()[0], {}, {}};
  auto holder = wrapper.child("CallerInformationSystemSignature");
  if (holder) incoming.signature = holder.child(smev3::kDsig, "Signature");
  if (!incoming.signature) return SignatureFault("NoSignatureFound", "Нет ЭП-ОВ");
  auto verdict = xml::VerifySignature(incoming.signature);
  if (auto fault = CheckSignature(incoming, verdict, now)) return *fault;
  auto sender = storage::FindByCertificate(tx, *verdict.certificate);
  if (!sender)
    return Fault{"SenderIsNotRegistered", "Сертификат не зарегистрирован ни за одним участником"};
  incoming.sender = std::move(*sender);
  return incoming;
}

}  // namespace okno::testbed

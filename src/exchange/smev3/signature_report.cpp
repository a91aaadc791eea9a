// SPDX-License-Identifier: Apache-2.0
#include "exchange/smev3/signature_report.h"

#include <algorithm>
#include <array>

#include "exchange/smev3/dialect.h"
#include "exchange/smev3/source.h"
#include "smev3/attachment_report.h"
#include "smev3/signature_places.h"
#include "xml/signature.h"

namespace okno::exchange::smev3 {

namespace {

constexpr std::string_view kSmev = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/";

xml::Element MessageOf(const Source& source) {
  const auto root = source.root();
  if (root.name() != "Envelope") return root;
  const auto body = root.child("Body");
  const auto content = body ? body.children() : std::vector<xml::Element>();
  return content.empty() ? root : content[0];
}

// "…/types/basic/1.2" -> "1.2".
std::string VersionOf(xml::Element message) {
  const auto uri = message.namespace_uri();
  return uri.starts_with(kSmev) ? uri.substr(uri.rfind('/') + 1) : std::string();
}

// Dates and use, and the chain when there are roots. Who vouches for itself, as the bus of a stand,
// would be trusted as a root, whose use is not judged.
std::string JudgeCertificate(const crypto::Certificate& certificate, const Inspection& inspection) {
  if (inspection.trust != nullptr) return inspection.trust->Judge(certificate, inspection.at);
  if (inspection.at < certificate.not_before()) return "certificate.not_yet_valid";
  if (inspection.at > certificate.not_after()) return "certificate.expired";
  const bool for_itself = certificate.subject() == certificate.issuer();
  return for_itself || certificate.may_sign() ? "certificate.valid" : "certificate.key_usage";
}

void DescribeElement(const Source& source, xml::Element element, SignatureFinding& finding) {
  if (!element) return;
  finding.element = element.name();
  finding.element_namespace = element.namespace_uri();
  finding.bytes = source.BytesOf(element).size();
}

SignatureFinding InspectElement(const Source& source, xml::Element signature) {
  const auto verdict = xml::VerifySignature(signature);
  const auto holder = signature.parent();
  SignatureFinding finding{.code = verdict.code,
                           .holder = holder ? holder.name() : std::string(),
                           .line = xmlGetLineNo(signature.native()),
                           .octets = verdict.signed_octets,
                           .certificate = verdict.certificate,
                           .algorithm = verdict.algorithm};
  if (!verdict.reference.empty()) finding.id = verdict.reference.substr(1);
  DescribeElement(source, verdict.signed_element, finding);
  if (!verdict.valid || !IsSignatureHolder(holder)) return finding;
  const auto target = TargetOf(holder);
  if (!(target == verdict.signed_element)) {
    finding.code = "signature.wrong_target";
    if (target) finding.expected = target.name();
  }
  return finding;
}

// What the message lacks. Told only when nothing else is wrong: else that is the cause, as a rule.
void AddMissing(const Source& source, SignatureReport& report) {
  if (!std::ranges::all_of(report.findings, &SignatureFinding::acceptable)) return;
  for (const auto& target : MustBeSigned(source.root())) {
    const auto place = PlaceOver(target);
    if (place && place->holder && place->holder.child(kDsig, "Signature")) continue;
    report.findings.push_back({.code = "signature.missing",
                               .holder = std::string(place ? place->name : ""),
                               .line = xmlGetLineNo(target.native()),
                               .expected = target.name()});
  }
}

void JudgeWho(SignatureFinding& finding, const Inspection& inspection) {
  if (!finding.acceptable() || !finding.certificate) return;
  auto judged = JudgeCertificate(*finding.certificate, inspection);
  if (judged != "certificate.valid") finding.code = std::move(judged);
}

}  // namespace

bool SignatureReport::AllValid() const {
  return !findings.empty() && std::ranges::all_of(findings, &SignatureFinding::valid);
}

bool SignatureReport::AllAcceptable() const {
  return !findings.empty() && std::ranges::all_of(findings, &SignatureFinding::acceptable);
}

Result<SignatureReport> InspectSignatures(const Package& package, const Inspection& inspection) {
  const auto source = ReadEnvelope(package, MissingParts::kLeave);
  if (!source) return source.refusal();
  const auto message = MessageOf(*source);
  SignatureReport report{.version = VersionOf(message),
                         .message = message.name(),
                         .bytes = package.envelope.size(),
                         .parts = package.parts.size()};
  for (const auto& signature : xml::FindSignatures(source->document())) {
    report.findings.push_back(InspectElement(*source, signature));
  }
  for (auto& finding : InspectAttachments(*source, package)) {
    report.findings.push_back(std::move(finding));
  }
  AddMissing(*source, report);
  for (auto& finding : report.findings) JudgeWho(finding, inspection);
  return report;
}

}  // namespace okno::exchange::smev3

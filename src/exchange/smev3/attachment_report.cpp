// SPDX-License-Identifier: Apache-2.0
#include "smev3/attachment_report.h"

#include <optional>
#include <string>

#include "exchange/smev3/dialect.h"
#include "text/strings.h"

namespace okno::exchange::smev3 {

namespace {

constexpr std::string_view kBasic =
    "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/";

bool IsBasic(xml::Element element, std::string_view name) {
  return element.name() == name && element.namespace_uri().starts_with(kBasic);
}

void CollectNamed(xml::Element element, std::string_view name, std::vector<xml::Element>& found) {
  if (IsBasic(element, name)) found.push_back(element);
  for (const auto& child : element.children()) CollectNamed(child, name, found);
}

std::vector<xml::Element> All(const Source& source, std::string_view name) {
  std::vector<xml::Element> found;
  CollectNamed(source.root(), name, found);
  return found;
}

// What an attachment's content element holds; empty when the file is not at hand.
std::optional<std::string> ReadContent(xml::Element content, const Package& package) {
  if (!content) return std::nullopt;
  if (const auto include = content.child(kXop, "Include")) {
    const auto* part = package.Find(FromHref(include.attribute("href").value_or("")));
    return part == nullptr ? std::nullopt : std::optional(part->bytes);
  }
  std::string bytes;
  if (!text::Base64Decode(content.text(), bytes)) return std::nullopt;
  return bytes;
}

void Take(SignatureFinding& finding, crypto::CmsVerdict verdict) {
  finding.code = std::move(verdict.verdict);
  if (verdict.certificate) finding.algorithm = verdict.certificate->algorithm();
  finding.certificate = std::move(verdict.certificate);
  finding.signing_time = verdict.signing_time;
}

SignatureFinding Begin(xml::Element header, SignatureFinding::Kind kind, std::string_view id_name,
                       std::string& cms) {
  SignatureFinding finding{.kind = kind,
                           .holder = header.name(),
                           .line = xmlGetLineNo(header.native()),
                           .id = header.child_text(id_name)};
  const auto signature = header.child("SignaturePKCS7");
  if (!signature) {  // every attachment must carry one (МР); nothing else covers its bytes
    finding.code = "signature.missing";
    return finding;
  }
  const bool readable =
      signature.children().empty() && text::Base64Decode(signature.text(), cms) && !cms.empty();
  if (!readable) finding.code = "signature.malformed";
  if (signature.child(kXop, "Include")) finding.code = "xop.missing_part";
  return finding;
}

SignatureFinding InspectAttachment(xml::Element header, const std::vector<xml::Element>& contents,
                                   const Package& package) {
  std::string cms;
  auto finding = Begin(header, SignatureFinding::Kind::kAttachment, "contentId", cms);
  if (!finding.code.empty()) return finding;
  std::vector<xml::Element> own;
  for (const auto& content : contents) {
    if (content.child_text("Id") == finding.id) own.push_back(content);
  }
  if (own.size() > 1) {
    finding.code = "signature.duplicate_id";
    return finding;
  }
  const auto bytes = own.empty() ? std::nullopt : ReadContent(own[0].child("Content"), package);
  if (bytes) finding.bytes = finding.octets = bytes->size();
  Take(finding, bytes ? crypto::VerifyCms(cms, *bytes) : crypto::VerifyCmsAlone(cms));
  return finding;
}

// The file lies on the FTP store; its hash in the header must at least be the one that was signed.
SignatureFinding InspectFile(xml::Element header) {
  std::string cms;
  auto finding = Begin(header, SignatureFinding::Kind::kFile, "uuid", cms);
  if (!finding.code.empty()) return finding;
  auto verdict = crypto::VerifyCmsAlone(cms);
  std::string hash;
  const bool same =
      text::Base64Decode(header.child_text("Hash"), hash) && hash == verdict.message_digest;
  Take(finding, std::move(verdict));
  if (finding.acceptable() && !same) finding.code = "signature.hash_differs";
  return finding;
}

}  // namespace

std::vector<SignatureFinding> InspectAttachments(const Source& source, const Package& package) {
  std::vector<SignatureFinding> findings;
  const auto contents = All(source, "AttachmentContent");
  for (const auto& header : All(source, "AttachmentHeader")) {
    findings.push_back(InspectAttachment(header, contents, package));
  }
  for (const auto& header : All(source, "RefAttachmentHeader")) {
    findings.push_back(InspectFile(header));
  }
  return findings;
}

}  // namespace okno::exchange::smev3

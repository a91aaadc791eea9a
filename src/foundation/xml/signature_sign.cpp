// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "exclusive_c14n.h"
#include "ids.h"
#include "native.h"
#include "plain_reader.h"
#include "signature_profile.h"
#include "text/strings.h"
#include "tree.h"
#include "walk.h"
#include "xml/signature.h"
#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

constexpr std::string_view kDeclaration = R"( xmlns:ds="http://www.w3.org/2000/09/xmldsig#")";

bool IsInside(Element element, Element outer) {
  for (; element; element = element.parent()) {
    if (element == outer) return true;
  }
  return false;
}

// What has to be known of the whole document, in one walk.
struct Survey {
  IdMatches matches;
  bool relative_namespace = false;
};
Survey Look(xmlDoc* doc, std::string_view id) {
  Survey survey;
  ForEachElement(xmlDocGetRootElement(doc), [&](xmlNode* element) {
    if (CarriesId(element, id) && survey.matches.count++ == 0)
      survey.matches.first = Element(element);
    for (const auto* ns = element->nsDef; ns != nullptr; ns = ns->next) {
      survey.relative_namespace = survey.relative_namespace || IsRelativeUri(NamespaceOf(ns));
    }
  });
  return survey;
}

std::string IdOf(Element target, std::string_view wanted) {
  if (auto present = target.attribute("Id")) return *present;
  target.SetAttribute("Id", wanted);
  return std::string(wanted);
}

void AppendMethod(std::string& out, std::string_view name, std::string_view uri) {
  out.append("<ds:").append(name).append(" Algorithm=\"").append(uri).append("\"></ds:");
  out.append(name).append(">");
}

// In canonical form but for the declaration of the prefix, which goes where the caller wants it.
std::string SignedInfo(std::string_view declaration, std::string_view id, Placing placing,
                       crypto::GostAlgorithm algorithm, std::string_view digest) {
  std::string out = "<ds:SignedInfo";
  out.append(declaration).append(">");
  AppendMethod(out, "CanonicalizationMethod", kExclusiveC14n);
  AppendMethod(out, "SignatureMethod", SignatureUri(algorithm));
  out += "<ds:Reference URI=\"#";
  AppendCanonicalAttribute(out, id);
  out += "\"><ds:Transforms>";
  if (placing == Placing::kEnveloped) AppendMethod(out, "Transform", kEnveloped);
  AppendMethod(out, "Transform", kExclusiveC14n);
  AppendMethod(out, "Transform", kSmevTransform);
  out += "</ds:Transforms>";
  AppendMethod(out, "DigestMethod", DigestUri(algorithm));
  out.append("<ds:DigestValue>").append(text::Base64Encode(digest));
  out += "</ds:DigestValue></ds:Reference></ds:SignedInfo>";
  return out;
}

std::string SignatureText(std::string_view id, Placing placing, std::string_view digest,
                          const crypto::Signer& signer) {
  const auto algorithm = signer.algorithm();
  const auto canonical = SignedInfo(kDeclaration, id, placing, algorithm, digest);
  const auto value = signer.SignDigest(crypto::GostDigest(algorithm, canonical));
  std::string out = "<ds:Signature";
  out.append(kDeclaration).append(">").append(SignedInfo({}, id, placing, algorithm, digest));
  out.append("<ds:SignatureValue>").append(text::Base64Encode(value));
  out += "</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>";
  out += text::Base64Encode(signer.certificate().der());
  out += "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>";
  return out;
}

void Insert(Element holder, const std::string& signature) {
  auto* element = ReadPlainElement(signature, holder.native()->doc);
  if (element == nullptr) throw std::logic_error("the signature can not be put into the document");
  Append(holder.native(), element);
}

}  // namespace

Result<std::string> WriteSignature(Element target, std::string_view id, Placing placing,
                                   const crypto::Signer& signer) {
  const auto [matches, relative_namespace] = Look(target.native()->doc, id);
  if (matches.count > 1) return Refusal::Invalid("signature.duplicate_id");
  if (!(matches.first == target))
    throw std::invalid_argument("WriteSignature: the target does not carry this Id");
  if (relative_namespace) return Refusal::Invalid("signature.malformed");
  crypto::GostDigestStream digest(signer.algorithm());
  const auto transformed =
      SmevTransform(target, {}, [&](std::string_view octets) { digest.Update(octets); });
  if (!transformed) return transformed.refusal();
  return SignatureText(id, placing, digest.Finish(), signer);
}

Outcome SignById(Element target, std::string_view id, Element holder,
                 const crypto::Signer& signer) {
  if (IsInside(holder, target))
    throw std::invalid_argument("SignById: a detached signature can not be inside its target");
  const auto signature = WriteSignature(target, IdOf(target, id), Placing::kDetached, signer);
  if (!signature) return signature.refusal();
  Insert(holder, *signature);
  return Done();
}

}  // namespace okno::xml

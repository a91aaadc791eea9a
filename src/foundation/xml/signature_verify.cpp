// SPDX-License-Identifier: Apache-2.0
#include "canonical.h"
#include "ids.h"
#include "signature_parts.h"
#include "walk.h"
#include "xml/signature.h"
#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

// The octets that were digested. Empty when they can not be made.
std::optional<std::string> SignedOctets(Element target, Element signature,
                                        const TransformChain& transforms) {
  const auto skip = transforms.enveloped ? signature : Element();
  if (transforms.smev && transforms.exclusive) {
    auto octets = SmevTransform(target, skip);
    return octets ? std::optional(*std::move(octets)) : std::nullopt;
  }
  const auto kind = transforms.exclusive ? Canonical::kExclusive : Canonical::kInclusive;
  auto canonical = Canonicalize(kind, target, skip);
  if (!canonical || !transforms.smev) return canonical;
  auto octets = SmevTransformBytes(*canonical);
  return octets ? std::optional(*std::move(octets)) : std::nullopt;
}

// Sets `signed_element`, or says why there is none.
void Resolve(Element signature, const std::string& uri, SignatureVerdict& verdict) {
  if (uri.empty()) {
    verdict.signed_element = Element(xmlDocGetRootElement(signature.native()->doc));
    return;
  }
  const auto matches = FindById(signature, std::string_view(uri).substr(1));
  if (matches.count == 1) {
    verdict.signed_element = matches.first;
  } else {
    verdict.code = matches.count == 0 ? "signature.target_missing" : "signature.duplicate_id";
  }
}

std::string Judge(Element signature, const SignatureParts& parts, const SignatureVerdict& so_far) {
  const auto octets = SignedOctets(so_far.signed_element, signature, parts.transforms);
  if (!octets) return "signature.transform_refused";
  if (crypto::GostDigest(parts.algorithm, *octets) != parts.digest)
    return "signature.digest_differs";
  const auto kind = parts.exclusive ? Canonical::kExclusive : Canonical::kInclusive;
  const auto signed_info = Canonicalize(kind, parts.signed_info);
  if (!signed_info) return "signature.malformed";
  const auto digest = crypto::GostDigest(parts.algorithm, *signed_info);
  return so_far.certificate->Verify(digest, parts.value) ? "signature.valid"
                                                         : "signature.value_wrong";
}

}  // namespace

SignatureVerdict VerifySignature(Element signature) {
  SignatureVerdict verdict;
  const auto parts = TakeApart(signature);
  if (!parts) {
    verdict.code = parts.refusal().code;
    return verdict;
  }
  const auto certificate = crypto::Certificate::FromDer(parts->certificate);
  if (!certificate) {
    verdict.code = certificate.refusal().code;
    return verdict;
  }
  verdict.certificate = *certificate;
  if (certificate->algorithm() != parts->algorithm) {  // the key decides, not what the message says
    verdict.code = "signature.algorithm_refused";
    return verdict;
  }
  Resolve(signature, parts->uri, verdict);
  if (!verdict.code.empty()) return verdict;
  verdict.code = Judge(signature, *parts, verdict);
  verdict.valid = verdict.code == "signature.valid";
  return verdict;
}

std::vector<Element> FindSignatures(const Document& document) {
  std::vector<Element> found;
  ForEachElement(document.root().native(), [&](xmlNode* node) {
    if (Element(node).Is(kDsig, "Signature")) found.emplace_back(node);
  });
  return found;
}

}  // namespace okno::xml

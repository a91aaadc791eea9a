// SPDX-License-Identifier: Apache-2.0
#include "signature_parts.h"

#include <array>
#include <span>

#include "text/strings.h"

namespace okno::xml {
namespace {

constexpr std::size_t kMostTransforms = 4;
constexpr std::size_t kMostCertificates = 8;

Refusal Malformed() { return Refusal::Invalid("signature.malformed"); }

// Whether the children are exactly the named elements of XML Signature, in this order.
bool HasChildren(const std::vector<Element>& children, std::span<const std::string_view> names) {
  if (children.size() != names.size()) return false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!children[i].Is(kDsig, names[i])) return false;
  }
  return true;
}

// Parameters (XPath, HMACOutputLength) are children; what we allow has none but exc-c14n.
std::optional<std::string> Algorithm(Element method) {
  if (!method.children().empty()) return std::nullopt;
  return method.attribute("Algorithm");
}

bool ReadBase64(Element element, std::string& bytes) {
  return element.children().empty() && text::Base64Decode(element.text(), bytes) && !bytes.empty();
}

// A canonicalization or transform. Empty when it has a parameter that is not InclusiveNamespaces of
// exc-c14n.
std::optional<Step> TakeStep(Element method) {
  const auto uri = method.attribute("Algorithm");
  const auto parameters = method.children();
  if (!uri || parameters.size() > (*uri == kExclusiveC14n ? 1 : 0)) return std::nullopt;
  if (parameters.empty()) return Step{*uri, {}};
  const auto prefixes = parameters[0].attribute("PrefixList");
  const bool known = parameters[0].Is(kExclusiveC14n, "InclusiveNamespaces") && prefixes;
  return known ? std::optional(Step{*uri, *prefixes}) : std::nullopt;
}

// Empty when one of them is malformed or there are too many.
std::optional<std::vector<Step>> TakeSteps(Element transforms) {
  std::vector<Step> steps;
  for (const auto& transform : transforms.children()) {
    auto step = TakeStep(transform);
    if (!step || steps.size() == kMostTransforms || !transform.Is(kDsig, "Transform"))
      return std::nullopt;
    steps.push_back(*std::move(step));
  }
  return steps;
}

std::optional<Refusal> TakeReference(Element reference, SignatureParts& parts) {
  constexpr std::array<std::string_view, 3> kWithTransforms = {"Transforms", "DigestMethod",
                                                               "DigestValue"};
  auto children = reference.children();
  const auto uri = reference.attribute("URI");
  if (!uri || (!uri->empty() && (uri->size() < 2 || uri->front() != '#'))) return Malformed();
  if (!HasChildren(children, kWithTransforms)) return Malformed();
  parts.uri = *uri;
  const auto steps = TakeSteps(children[0]);
  const auto transforms = steps ? ReadTransforms(*steps) : std::nullopt;
  if (!transforms) return Refusal::Invalid("signature.transform_refused");
  parts.transforms = *transforms;
  const auto digest_uri = Algorithm(children[1]);
  if (!digest_uri || AlgorithmOfDigest(*digest_uri) != parts.algorithm) {
    return Refusal::Invalid("signature.algorithm_refused");
  }
  return ReadBase64(children[2], parts.digest) ? std::nullopt : std::optional(Malformed());
}

std::optional<Refusal> TakeSignedInfo(Element signed_info, SignatureParts& parts) {
  constexpr std::array<std::string_view, 3> kNames = {"CanonicalizationMethod", "SignatureMethod",
                                                      "Reference"};
  const auto children = signed_info.children();
  if (!HasChildren(children, kNames)) return Malformed();
  auto canonical = TakeStep(children[0]);
  const auto method = Algorithm(children[1]);
  const auto algorithm = method ? AlgorithmOfSignature(*method) : std::nullopt;
  const bool known =
      canonical && (canonical->uri == kExclusiveC14n || canonical->uri == kInclusiveC14n);
  if (!algorithm || !known) {
    return Refusal::Invalid("signature.algorithm_refused");
  }
  parts.signed_info = signed_info;
  parts.canonical = *std::move(canonical);
  parts.algorithm = *algorithm;
  return TakeReference(children[2], parts);
}

// The signer's and, in some messages, those of the authorities above.
bool TakeCertificates(Element key_info, SignatureParts& parts) {
  for (const auto& data : key_info.children()) {
    if (!data.Is(kDsig, "X509Data")) continue;
    for (const auto& certificate : data.children()) {
      if (!certificate.Is(kDsig, "X509Certificate")) continue;
      std::string der;
      if (parts.certificates.size() == kMostCertificates || !ReadBase64(certificate, der))
        return false;
      parts.certificates.push_back(std::move(der));
    }
  }
  return !parts.certificates.empty();
}

}  // namespace

Result<SignatureParts> TakeApart(Element signature) {
  constexpr std::array<std::string_view, 3> kNames = {"SignedInfo", "SignatureValue", "KeyInfo"};
  const auto children = signature ? signature.children() : std::vector<Element>();
  if (!signature || !signature.Is(kDsig, "Signature") || !HasChildren(children, kNames))
    return Malformed();
  SignatureParts parts;
  if (auto refusal = TakeSignedInfo(children[0], parts)) return *refusal;
  if (!ReadBase64(children[1], parts.value)) return Malformed();
  if (!TakeCertificates(children[2], parts)) return Malformed();
  return parts;
}

}  // namespace okno::xml

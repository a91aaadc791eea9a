// SPDX-License-Identifier: Apache-2.0
#include "signature_parts.h"

#include <array>
#include <span>

#include "text/strings.h"

namespace okno::xml {
namespace {

constexpr std::size_t kMostTransforms = 4;

Refusal Malformed() { return Refusal::Invalid("signature.malformed"); }

// Whether the children are exactly the named elements of XML Signature, in this order.
bool HasChildren(const std::vector<Element>& children, std::span<const std::string_view> names) {
  if (children.size() != names.size()) return false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!children[i].Is(kDsig, names[i])) return false;
  }
  return true;
}

// Parameters (XPath, HMACOutputLength, InclusiveNamespaces) are children; nothing we allow has any.
std::optional<std::string> Algorithm(Element method) {
  if (!method.children().empty()) return std::nullopt;
  return method.attribute("Algorithm");
}

bool ReadBase64(Element element, std::string& bytes) {
  return element.children().empty() && text::Base64Decode(element.text(), bytes) && !bytes.empty();
}

// Empty when one of them has a parameter or none.
std::optional<std::vector<std::string>> TransformUris(Element transforms) {
  std::vector<std::string> uris;
  for (const auto& transform : transforms.children()) {
    const auto uri = Algorithm(transform);
    if (!uri || uris.size() == kMostTransforms || !transform.Is(kDsig, "Transform"))
      return std::nullopt;
    uris.push_back(*uri);
  }
  return uris;
}

std::optional<Refusal> TakeReference(Element reference, SignatureParts& parts) {
  constexpr std::array<std::string_view, 3> kWithTransforms = {"Transforms", "DigestMethod",
                                                               "DigestValue"};
  auto children = reference.children();
  const auto uri = reference.attribute("URI");
  if (!uri || (!uri->empty() && (uri->size() < 2 || uri->front() != '#'))) return Malformed();
  if (!HasChildren(children, kWithTransforms)) return Malformed();
  parts.uri = *uri;
  const auto uris = TransformUris(children[0]);
  const auto transforms = uris ? ReadTransforms(*uris) : std::nullopt;
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
  const auto canonical = Algorithm(children[0]);
  const auto method = Algorithm(children[1]);
  const auto algorithm = method ? AlgorithmOfSignature(*method) : std::nullopt;
  if (!algorithm || (canonical != kExclusiveC14n && canonical != kInclusiveC14n)) {
    return Refusal::Invalid("signature.algorithm_refused");
  }
  parts.signed_info = signed_info;
  parts.exclusive = canonical == kExclusiveC14n;
  parts.algorithm = *algorithm;
  return TakeReference(children[2], parts);
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
  const auto data = children[2].child(kDsig, "X509Data");
  const auto certificate = data ? data.child(kDsig, "X509Certificate") : Element();
  if (!certificate || !ReadBase64(certificate, parts.certificate)) return Malformed();
  return parts;
}

}  // namespace okno::xml

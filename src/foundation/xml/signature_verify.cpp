// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "canonical.h"
#include "ids.h"
#include "signature_parts.h"
#include "walk.h"
#include "xml/signature.h"
#include "xml/smev_transform.h"

namespace okno::xml {
namespace {

// Gives out the octets that were digested. False when they can not be made.
bool GiveSignedOctets(Element target, Element signature, const TransformChain& transforms,
                      const OctetReceiver& receiver) {
  const auto skip = transforms.enveloped ? signature : Element();
  // What InclusiveNamespaces adds to the canonical form, the transform takes away again.
  if (transforms.smev && transforms.exclusive) return SmevTransform(target, skip, receiver).ok();
  const auto kind = transforms.exclusive ? Canonical::kExclusive : Canonical::kInclusive;
  auto canonical = Canonicalize(kind, target, skip, transforms.inclusive_prefixes);
  if (!canonical) return false;
  const auto octets =
      transforms.smev ? SmevTransformBytes(*canonical) : Result<std::string>(*std::move(canonical));
  if (octets) receiver(*octets);
  return octets.ok();
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

// The text between two tags is all that pretty-printing adds to SignedInfo, which has none itself.
std::string WithoutBlanksBetweenTags(std::string_view canonical) {
  std::string out;
  for (std::size_t at = 0; at < canonical.size();) {
    const auto after = canonical.find_first_not_of(" \t\n", at);
    const bool between =
        at > 0 && canonical[at - 1] == '>' && after < canonical.size() && canonical[after] == '<';
    if (between) at = after;
    out.push_back(canonical[at++]);
  }
  return out;
}

std::string JudgeValue(const SignatureParts& parts, const crypto::Certificate& certificate) {
  const bool exclusive = parts.canonical.uri == kExclusiveC14n;
  const auto signed_info = Canonicalize(exclusive ? Canonical::kExclusive : Canonical::kInclusive,
                                        parts.signed_info, {}, parts.canonical.inclusive_prefixes);
  if (!signed_info) return "signature.malformed";
  const auto fits = [&](std::string_view octets) {
    return certificate.Verify(crypto::GostDigest(parts.algorithm, octets), parts.value);
  };
  if (fits(*signed_info)) return "signature.valid";
  const auto unformatted = WithoutBlanksBetweenTags(*signed_info);
  return unformatted != *signed_info && fits(unformatted) ? "signature.reformatted"
                                                          : "signature.value_wrong";
}

// Reads the certificates of KeyInfo; the first that has a key of the signature's algorithm comes
// first.
Result<std::vector<crypto::Certificate>> ReadCertificates(const SignatureParts& parts) {
  std::vector<crypto::Certificate> certificates;
  for (const auto& der : parts.certificates) {
    auto certificate = crypto::Certificate::FromDer(der);
    if (!certificate) return certificate.refusal();
    certificates.push_back(*std::move(certificate));
  }
  // Not std::ranges: clang 14, which the fuzzers need, can not do that with this library.
  std::stable_partition(certificates.begin(), certificates.end(),
                        [&](const crypto::Certificate& certificate) {
                          return certificate.algorithm() == parts.algorithm;
                        });
  return certificates;
}

std::string Judge(Element signature, const SignatureParts& parts,
                  const std::vector<crypto::Certificate>& certificates, SignatureVerdict& verdict) {
  crypto::GostDigestStream digest(parts.algorithm);
  const auto digested = [&](std::string_view octets) {
    verdict.signed_octets += octets.size();
    digest.Update(octets);
  };
  if (!GiveSignedOctets(verdict.signed_element, signature, parts.transforms, digested)) {
    verdict.signed_octets = 0;
    return "signature.transform_refused";
  }
  if (digest.Finish() != parts.digest) return "signature.digest_differs";
  std::string first;
  for (const auto& certificate : certificates) {
    if (certificate.algorithm() != parts.algorithm) break;
    auto code = JudgeValue(parts, certificate);
    if (code == "signature.valid") {
      verdict.certificate = certificate;
      return code;
    }
    if (first.empty()) first = std::move(code);
  }
  return first;
}

}  // namespace

SignatureVerdict VerifySignature(Element signature) {
  SignatureVerdict verdict;
  const auto parts = TakeApart(signature);
  if (!parts) {
    verdict.code = parts.refusal().code;
    return verdict;
  }
  verdict.algorithm = parts->algorithm;
  verdict.reference = parts->uri;
  Resolve(signature, parts->uri, verdict);
  const auto certificates = ReadCertificates(*parts);
  if (!certificates) {
    verdict.code = certificates.refusal().code;
    return verdict;
  }
  verdict.certificate = certificates->front();
  if (verdict.certificate->algorithm() != parts->algorithm) {
    verdict.code = "signature.algorithm_refused";  // the key decides, not what the message says
  }
  if (!verdict.code.empty()) return verdict;
  verdict.code = Judge(signature, *parts, *certificates, verdict);
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

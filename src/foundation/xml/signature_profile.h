// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/gost.h"
#include "xml/document.h"

// The part of XML Signature that СМЭВ 3 uses: its URIs and the lists of what is allowed.
namespace okno::xml {

constexpr std::string_view kDsig = "http://www.w3.org/2000/09/xmldsig#";
constexpr std::string_view kExclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
constexpr std::string_view kInclusiveC14n = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
constexpr std::string_view kEnveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
constexpr std::string_view kSmevTransform = "urn://smev-gov-ru/xmldsig/transform";

std::string_view DigestUri(crypto::GostAlgorithm algorithm);  // the one we write
std::string_view SignatureUri(crypto::GostAlgorithm algorithm);
// All spellings that are met; empty for any other method.
std::optional<crypto::GostAlgorithm> AlgorithmOfDigest(std::string_view uri);
std::optional<crypto::GostAlgorithm> AlgorithmOfSignature(std::string_view uri);

// [enveloped] [c14n | exc-c14n] [smev], in this order.
struct TransformChain {
  bool enveloped = false;
  bool exclusive = false;  // else inclusive, also when none is named, as XML Signature says
  bool smev = false;
  std::string inclusive_prefixes;  // of exc-c14n
};
// One canonicalization method or transform: its URI and, of exc-c14n, the PrefixList.
struct Step {
  std::string uri;
  std::string inclusive_prefixes;
};
std::optional<TransformChain> ReadTransforms(const std::vector<Step>& steps);

}  // namespace okno::xml

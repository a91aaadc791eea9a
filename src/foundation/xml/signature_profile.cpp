// SPDX-License-Identifier: Apache-2.0
#include "signature_profile.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace okno::xml {
namespace {

using enum crypto::GostAlgorithm;

struct Spelling {
  crypto::GostAlgorithm algorithm;
  std::string_view digest;
  std::string_view signature;
};

// The first of each algorithm is the one СМЭВ takes without objection.
constexpr Spelling kSpellings[] = {
    {kGost2012_256, "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34112012-256",
     "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-256"},
    {kGost2012_512, "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34112012-512",
     "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-512"},
    {kGost2001, "http://www.w3.org/2001/04/xmldsig-more#gostr3411",
     "http://www.w3.org/2001/04/xmldsig-more#gostr34102001-gostr3411"},
    {kGost2012_256, "http://www.w3.org/2001/04/xmldsig-more#gostr34112012-256",
     "http://www.w3.org/2001/04/xmldsig-more#gostr34102012-gostr34112012-256"},
    {kGost2012_512, "http://www.w3.org/2001/04/xmldsig-more#gostr34112012-512",
     "http://www.w3.org/2001/04/xmldsig-more#gostr34102012-gostr34112012-512"},
    {kGost2001, "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr3411",
     "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102001-gostr3411"},
};

const Spelling& Written(crypto::GostAlgorithm algorithm) {
  return *std::ranges::find(kSpellings, algorithm, &Spelling::algorithm);
}

std::optional<crypto::GostAlgorithm> Find(std::string_view uri,
                                          std::string_view Spelling::*method) {
  const auto* found = std::ranges::find(kSpellings, uri, method);
  if (found == std::end(kSpellings)) return std::nullopt;
  return found->algorithm;
}

}  // namespace

std::string_view DigestUri(crypto::GostAlgorithm algorithm) { return Written(algorithm).digest; }

std::string_view SignatureUri(crypto::GostAlgorithm algorithm) {
  return Written(algorithm).signature;
}

std::optional<crypto::GostAlgorithm> AlgorithmOfDigest(std::string_view uri) {
  return Find(uri, &Spelling::digest);
}

std::optional<crypto::GostAlgorithm> AlgorithmOfSignature(std::string_view uri) {
  return Find(uri, &Spelling::signature);
}

std::optional<TransformChain> ReadTransforms(const std::vector<Step>& steps) {
  TransformChain chain;
  auto next = steps.begin();
  const auto take = [&](std::string_view uri) {
    const bool taken = next != steps.end() && next->uri == uri;
    if (taken) chain.inclusive_prefixes += (next++)->inclusive_prefixes;
    return taken;
  };
  chain.enveloped = take(kEnveloped);
  chain.exclusive = take(kExclusiveC14n);
  if (!chain.exclusive) take(kInclusiveC14n);
  chain.smev = take(kSmevTransform);
  if (next != steps.end()) return std::nullopt;
  return chain;
}

}  // namespace okno::xml

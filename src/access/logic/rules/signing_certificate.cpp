// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/signing_certificate.h"

namespace okno::access::rules {
namespace {

bool MaySignDocuments(const crypto::Certificate& certificate) {
  if (certificate.is_authority()) return false;
  const auto usage = certificate.key_usage();
  return usage.empty() || usage.find("Digital Signature") != std::string::npos ||
         usage.find("Non Repudiation") != std::string::npos;
}

}  // namespace

std::string Objection(const crypto::Certificate& certificate, Instant now) {
  const auto algorithm = certificate.algorithm();
  // GOST 2001 is for reading old messages only.
  if (!algorithm || *algorithm == crypto::GostAlgorithm::kGost2001) {
    return "access.signing_key_not_gost";
  }
  if (!MaySignDocuments(certificate)) return "access.signing_key_usage";
  if (now < certificate.not_before()) return "certificate.not_yet_valid";
  if (now > certificate.not_after()) return "certificate.expired";
  return {};
}

}  // namespace okno::access::rules

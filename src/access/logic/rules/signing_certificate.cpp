// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/signing_certificate.h"

#include <algorithm>
#include <set>
#include <utility>

#include "text/strings.h"

namespace okno::access::rules {
namespace {

bool MaySignDocuments(const crypto::Certificate& certificate) {
  if (certificate.is_authority()) return false;
  const auto usage = certificate.key_usage();
  return usage.empty() || usage.find("Digital Signature") != std::string::npos ||
         usage.find("Non Repudiation") != std::string::npos;
}

// Letters of any alphabet, without case and with ё as е.
std::set<std::string> WordsOf(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text::FoldForSearch(text) + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (c >= 'a' && c <= 'z') || c == '-') {
      word += c;
    } else if (!word.empty()) {
      words.insert(std::exchange(word, {}));
    }
  }
  return words;
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

bool IsOf(const crypto::Certificate& certificate, const Employee& employee) {
  const auto words = WordsOf(certificate.subject());
  const auto named = [&](const std::string& name) {
    const auto parts = WordsOf(name);
    return !parts.empty() &&
           std::ranges::all_of(parts, [&](const auto& part) { return words.contains(part); });
  };
  return named(employee.last_name) && named(employee.first_name);
}

}  // namespace okno::access::rules

// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/sent_files.h"

#include <string>

namespace okno::applications::rules {
namespace {

constexpr std::uint64_t kMegabyte = 1024 * 1024;
constexpr std::uint64_t kPrintedApplication = kMegabyte / 4;

}  // namespace

bool GoesToAgency(const documents::Document& document) {
  return document.source != "agency" && document.item != "signed_receipt";
}

Outcome Fits(const std::vector<documents::Document>& documents, const documents::Document& document,
             std::optional<std::uint64_t> most_bytes) {
  const bool goes = GoesToAgency(document);
  std::size_t files = 1;
  std::uint64_t bytes = kPrintedApplication + document.file.size;
  for (const auto& other : documents) {
    if (other.source == "agency" || GoesToAgency(other) != goes) continue;
    files += 1;
    bytes += other.file.size;
  }
  if (files > kMostFiles)
    return Refusal::Conflict("applications.too_many_documents", std::to_string(kMostFiles));
  if (goes && most_bytes && bytes > *most_bytes) {
    return Refusal{RefusalKind::kTooLarge,
                   "applications.files_too_large",
                   std::to_string(*most_bytes / kMegabyte),
                   {}};
  }
  return Done();
}

}  // namespace okno::applications::rules

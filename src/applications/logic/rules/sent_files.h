// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "documents/documents.h"

// Which files of a case travel to the agency, and how many of them do.
namespace okno::applications::rules {

// What the agency itself has sent and the receipt of the result stay in the center.
bool GoesToAgency(const documents::Document& document);

// Whether `document` still fits beside those the case has: the message type takes 200 files, one of
// them the printed application, which also wants its room among `most_bytes` (empty: nothing is
// known of the bus). Refused "applications.too_many_documents", "applications.files_too_large" with
// the limit as detail.
Outcome Fits(const std::vector<documents::Document>& documents, const documents::Document& document,
             std::optional<std::uint64_t> most_bytes);

inline constexpr std::size_t kMostFiles = 199;

}  // namespace okno::applications::rules

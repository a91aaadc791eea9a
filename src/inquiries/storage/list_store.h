// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "logic/rules/list_filter.h"

namespace okno::inquiries::storage {

// What was typed into the search box, looked up: applicants, and what a number may be.
struct Matches {
  std::string number;
  std::optional<int> serial;
  std::vector<applicants::ApplicantId> applicants;
};

// Newest first, from `before` on.
std::vector<Inquiry> List(db::Tx& tx, const access::Principal& principal,
                          const rules::ListFilter& filter, const std::optional<Matches>& matches,
                          const std::optional<InquiryId>& before, int limit);

// Of those that have one.
std::map<Uuid, std::string> ListNumbers(db::Tx& tx, const std::vector<Uuid>& ids);

// Of the whole organization.
std::vector<std::pair<std::string, std::string>> ListTypes(db::Tx& tx,
                                                           const access::Principal& principal);
std::vector<std::string> ListAddressees(db::Tx& tx, const access::Principal& principal);

}  // namespace okno::inquiries::storage

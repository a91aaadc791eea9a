// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>

#include "inquiries/use_cases.h"

namespace okno::inquiries {

struct Page {
  std::vector<Inquiry> inquiries;  // newest first
  std::string next_cursor;         // "" at the end
};
// `value` gives a parameter of openapi.yaml ("" when absent). Refused "input.invalid" for a filter
// that can not be understood.
Result<Page> List(const Services& services, const access::Principal& principal,
                  const std::function<std::string(std::string_view)>& value, int limit);

// What the filters of the register offer: types and addressees it has inquiries of, also those no
// longer published.
struct Choices {
  std::vector<std::pair<std::string, std::string>> types;  // name, title; by title
  std::vector<std::string> addressees;
};
Choices ListChoices(const Services& services, const access::Principal& principal);

// For rooms above and `app`, in their transaction: the inquiry, if the principal may see it.
std::optional<Inquiry> Find(db::Tx& tx, const access::Principal& principal, const InquiryId& id);

// The numbers of these inquiries in the scope of `tx`; those without one are left out.
std::map<Uuid, std::string> NumbersOf(db::Tx& tx, const std::vector<Uuid>& ids);

}  // namespace okno::inquiries

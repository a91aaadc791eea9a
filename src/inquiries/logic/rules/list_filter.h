// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "inquiries/inquiry.h"

namespace okno::inquiries::rules {

// Conditions of the register; what is empty does not filter.
struct ListFilter {
  std::string typed;  // numbers (ours, the case's) or a name
  std::string type, addressee;
  std::vector<State> states;
  std::optional<applicants::ApplicantId> applicant_id;
  std::optional<Uuid> case_id;
  std::optional<access::UserId> executor_id;
  std::vector<access::BranchId> branches;  // which have sent it; the one asked for comes first
  bool with_below = false;                 // the offices that belong to that branch count too
  std::string moment =
      "created";  // which moment the period means: created, sent, updated, answered
  std::optional<Instant> from, until;  // until: the first moment that is out again
};

// `value` gives a parameter of openapi.yaml, "" when absent. A filter that says nothing
// understandable is refused "input.invalid": one silently passed over would show the wrong rows.
// Days are those of `zone`; `own` is "me".
Result<ListFilter> ParseListFilter(const std::function<std::string(std::string_view)>& value,
                                   std::string_view zone, const access::UserId& own);

}  // namespace okno::inquiries::rules

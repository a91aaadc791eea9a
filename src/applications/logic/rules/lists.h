// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "applications/application.h"
#include "base/result.h"

namespace okno::applications::rules {

// What is asked of a list, as in openapi.yaml.
struct ListQuery {
  std::string list = "all";
  std::string typed;  // q
  std::optional<Status> status;
  std::string service_code;
  std::optional<access::BranchId> branch_id;
  std::optional<access::UserId> executor_id;
  bool overdue = false;
  std::optional<int> due_within;  // days
};

enum class Issued { kAny, kOnly };  // whether only issued results are meant

// The same as conditions on rows, narrowed to what the principal may see. Empty optionals do not
// filter.
struct ListFilter {
  std::vector<Status> statuses;
  std::optional<access::BranchId> branch_id;
  std::optional<access::UserId> operator_id, executor_id;
  std::optional<access::UserId> executor_or_free;  // assigned to them or to nobody
  std::optional<access::UserId> taking_part;       // operator or executor
  // Who works in the branch, where it matters: what the others had in hand is nobody's now, and in
  // everybody's list.
  std::optional<std::vector<access::UserId>> at_work;
  Issued issued = Issued::kAny;
  std::optional<access::BranchId> issue_branch_id;  // where the result was issued
  // Of results of all branches: those on paper of this one alone.
  std::optional<access::BranchId> papers_branch_id;
  std::string service_code;
  std::optional<Date> planned_until;
  bool recent_first = false;  // the register, newest first, instead of the work list, urgent on top
};
// Whether the list is of what somebody has in hand themselves, in a branch.
bool IsOfOneDesk(const ListQuery& query, const access::Principal& principal);
// Refused "input.invalid" for an unknown list.
Result<ListFilter> FilterFor(const ListQuery& query, const access::Principal& principal,
                             Date today);

}  // namespace okno::applications::rules

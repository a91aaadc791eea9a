// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/lists.h"

#include <algorithm>
#include <array>

namespace okno::applications::rules {
namespace {

using enum Status;

const std::vector<Status> kOpenStatuses = {
    kIntake, kProcessing,    kRework,   kDeliveryQueued, kDeliveryOnDemand,
    kSent,   kSentByCourier, kInAgency, kAwaitingNotice, kReadyToIssue};
const std::vector<Status> kClosedStatuses = {kClosed, kRefusedIntake, kWithdrawn, kUnclaimed};

struct ListWord {
  std::string_view word;
  std::vector<Status> statuses;
};
const std::vector<ListWord>& Lists() {
  static const std::vector<ListWord> lists = {
      {"drafts", {kDraft}},
      {"mine", kOpenStatuses},
      {"rework", {kRework}},
      {"processing", {kProcessing, kDeliveryOnDemand}},
      {"sent", {kDeliveryQueued, kSent, kSentByCourier}},
      {"in_agency", {kInAgency}},
      {"awaiting_notice", {kAwaitingNotice}},
      {"to_issue", {kAwaitingNotice, kReadyToIssue}},
      {"issued", {kClosed}},
      {"all", kOpenStatuses},
      {"archive", kClosedStatuses},
  };
  return lists;
}

// «drafts, mine and rework: own; processing: mine or free». Who works for the whole center sees
// everybody's, except drafts, which are nobody's business yet.
void NarrowToOwn(std::string_view list, const access::Principal& principal, ListFilter& filter) {
  if (list == "drafts") filter.operator_id = principal.user_id;
  if (list == "mine") filter.taking_part = principal.user_id;
  if (principal.whole_organization) return;
  if (list == "rework") filter.taking_part = principal.user_id;
  if (list == "processing") filter.executor_or_free = principal.user_id;
}

// Of whatever branch the case is: who issued its result goes on seeing it.
void NarrowToIssued(const access::Principal& principal, ListFilter& filter) {
  filter.issued = Issued::kOnly;
  if (principal.whole_organization) return;
  filter.issue_branch_id = principal.branch_id;
  if (!principal.branch_id || !principal.May("applications.issue")) filter.statuses.clear();
}

void NarrowToTerritory(const ListQuery& query, const access::Principal& principal,
                       ListFilter& filter) {
  filter.branch_id = query.branch_id;
  if (query.list == "issued") return NarrowToIssued(principal, filter);
  const bool any_branch = query.list == "to_issue" && principal.May("applications.issue");
  if (principal.whole_organization) return;
  if (any_branch) {
    filter.papers_branch_id = principal.branch_id.value_or(access::BranchId{});
    return;
  }
  filter.branch_id = principal.branch_id;
  if (!principal.branch_id) filter.statuses.clear();  // without a branch there is no territory
}

void SetTerm(const ListQuery& query, Date today, ListFilter& filter) {
  const auto day = std::chrono::sys_days(today);
  if (query.due_within) filter.planned_until = Date(day + std::chrono::days(*query.due_within));
  if (query.overdue) filter.planned_until = Date(day - std::chrono::days(1));
}

}  // namespace

bool IsOfOneDesk(const ListQuery& query, const access::Principal& principal) {
  return principal.branch_id && !principal.whole_organization &&
         (query.list == "drafts" || query.list == "rework" || query.list == "processing");
}

Result<ListFilter> FilterFor(const ListQuery& query, const access::Principal& principal,
                             Date today) {
  const auto list = std::ranges::find(Lists(), query.list, &ListWord::word);
  if (list == Lists().end())
    return Refusal::Invalid("input.invalid", {{"/list", "field.enum", {}}});
  ListFilter filter{.statuses = list->statuses};
  // Who looks for one case wants it whatever became of it.
  const bool looks_for_one = query.list == "all" && !query.typed.empty();
  if (looks_for_one)
    filter.statuses.insert(filter.statuses.end(), kClosedStatuses.begin(), kClosedStatuses.end());
  if (query.status && query.list == "all") {
    filter.statuses = {*query.status};
  } else if (query.status) {
    std::erase_if(filter.statuses, [&](Status status) { return status != *query.status; });
  }
  // A draft has no term: what was begun last is looked for first.
  filter.recent_first =
      query.list == "drafts" ||
      std::ranges::any_of(filter.statuses, [](Status status) { return !IsOpen(status); });
  NarrowToOwn(query.list, principal, filter);
  if (query.status == kDraft) filter.operator_id = principal.user_id;
  NarrowToTerritory(query, principal, filter);
  filter.executor_id = query.executor_id;
  filter.service_code = query.service_code;
  SetTerm(query, today, filter);
  return filter;
}

}  // namespace okno::applications::rules

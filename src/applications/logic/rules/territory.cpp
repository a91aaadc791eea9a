// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/territory.h"

namespace okno::applications::rules {

bool MaySee(const access::Principal& principal, const Application& application) {
  if (application.organization_id != principal.organization_id) return false;
  if (principal.whole_organization) return true;
  if (!principal.branch_id) return false;
  if (application.branch_id == *principal.branch_id) return true;
  const bool waits_for_issue =
      application.status == Status::kAwaitingNotice || application.status == Status::kReadyToIssue;
  return principal.May("applications.issue") &&
         ((waits_for_issue && application.result_papers.empty()) ||
          application.issue_branch_id == principal.branch_id);
}

bool HasResultAtHand(const access::Principal& principal, const Application& application) {
  return application.result_papers.empty() || principal.branch_id == application.branch_id;
}

}  // namespace okno::applications::rules

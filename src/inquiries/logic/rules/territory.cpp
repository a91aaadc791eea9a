// SPDX-License-Identifier: Apache-2.0
#include "logic/rules/territory.h"

namespace okno::inquiries::rules {

bool MaySee(const access::Principal& principal, const Inquiry& inquiry) {
  if (inquiry.organization_id != principal.organization_id) return false;
  if (principal.whole_organization || inquiry.executor_id == principal.user_id) return true;
  return principal.branch_id && inquiry.branch_id == principal.branch_id;
}

}  // namespace okno::inquiries::rules

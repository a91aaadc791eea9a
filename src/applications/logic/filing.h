// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/audit.h"
#include "applications/use_cases.h"
#include "logic/rules/completeness.h"

namespace okno::applications {

inline constexpr char kFiledEvent[] = "application.filed";  // of the audit trail

// A filed case with what was judged of it; of one that was filed before under the same key nothing
// is.
struct Filed {
  Case subject;
  std::optional<rules::Completeness> judged;
};
// File as a request asks for it: `audit` is written in the same transaction, also when the filing
// is sent again.
Result<Filed> FileAudited(const Services& services, const access::Principal& principal,
                          const ApplicationId& id, long long version,
                          const std::string& idempotency_key,
                          const std::optional<access::AuditEntry>& audit);

}  // namespace okno::applications

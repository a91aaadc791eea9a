// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/audit.h"
#include "applications/use_cases.h"

namespace okno::applications {

inline constexpr char kFiledEvent[] = "application.filed";  // of the audit trail

// File as a request asks for it: `audit` is written in the same transaction, also when the filing
// is sent again.
Result<Case> FileAudited(const Services& services, const access::Principal& principal,
                         const ApplicationId& id, long long version,
                         const std::string& idempotency_key,
                         const std::optional<access::AuditEntry>& audit);

}  // namespace okno::applications

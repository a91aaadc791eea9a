// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/resources.h"
#include "storage/audit_store.h"

namespace okno::access {

// The filter of the journal from the parameters of openapi.yaml; days are those of the reader's
// organization. Refused "input.invalid".
Result<storage::AuditFilter> ReadAuditFilter(const Services& services, const AuditWiring& wiring,
                                             const http::Request& request);

}  // namespace okno::access

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/resources.h"
#include "storage/audit_store.h"

namespace okno::access {

struct AuditQuestion {
  storage::AuditFilter filter;
  bool incomplete = false;  // of what was typed more may be there than the filter asks for
};
// The filter of the journal from the parameters of openapi.yaml; days are those of the reader's
// organization. Refused "input.invalid".
Result<AuditQuestion> ReadAuditFilter(const Services& services, const AuditWiring& wiring,
                                      const http::Request& request);

}  // namespace okno::access

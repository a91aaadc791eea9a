// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "access/audit_objects.h"
#include "access/routes.h"
#include "http/message.h"

// Handlers of this room, one file per resource; routes.cpp is the table.
namespace okno::access {

inline constexpr char kSessionCookie[] = "okno_session";

Result<http::Response> GetSession(const Services& services, const http::Request& request);
Result<http::Response> PostSession(const Services& services, const http::Request& request);
Result<http::Response> DeleteSession(const Services& services, const http::Request& request);
Result<http::Response> PutPassword(const Services& services, const http::Request& request);

Result<http::Response> PostSecondFactor(const Services& services, const http::Request& request);
Result<http::Response> PutSecondFactor(const Services& services, const http::Request& request);
Result<http::Response> DeleteSecondFactor(const Services& services, const http::Request& request);

Result<http::Response> GetSigningKey(const Services& services, const http::Request& request);
Result<http::Response> PutSigningKey(const Services& services, const http::Request& request);
Result<http::Response> DeleteSigningKey(const Services& services, const http::Request& request);

Result<http::Response> GetEndingSigningKeys(const Services& services, const http::Request& request);

Result<http::Response> GetEmployees(const Services& services, const http::Request& request);
Result<http::Response> GetOrganization(const Services& services, const http::Request& request);

Result<http::Response> GetAuditEntries(const Services& services, const AuditWiring& wiring,
                                       const http::Request& request);
Result<http::Response> GetAuditWords(const Services& services, const AuditWiring& wiring,
                                     const http::Request& request);
Result<http::Response> GetAuditVerification(const Services& services, const AuditWiring& wiring,
                                            const http::Request& request);

// The handler of event streams, which counts those of each session.
std::function<Result<http::Response>(const http::Request&)> EventStreams();

// A refusal as the answer; one that asks to wait says how long in Retry-After too.
http::Response Answer(const Services& services, const Refusal& refusal,
                      const http::Request& request);

}  // namespace okno::access

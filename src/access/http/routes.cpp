// SPDX-License-Identifier: Apache-2.0
#include "access/routes.h"

#include "http/resources.h"

namespace okno::access {
namespace {

using http::Access;
using http::Body;
using Handler = Result<http::Response> (*)(const Services&, const http::Request&);

struct Line {
  const char* method;
  const char* pattern;
  Access access;
  const char* right;
  const char* audit;
  Body body;
  Handler handler;
  std::size_t body_limit = 16 * 1024;
};

// clang-format off
constexpr Line kLines[] = {
    {"GET", "/api/v1/session", Access::kSignedIn, "", "", Body::kNone, GetSession},
    {"POST", "/api/v1/session", Access::kAnonymous, "", "", Body::kJson, PostSession},
    {"DELETE", "/api/v1/session", Access::kSignedIn, "", "session.ended", Body::kNone, DeleteSession},
    {"PUT", "/api/v1/session/password", Access::kSignedIn, "", "user.password_changed", Body::kJson, PutPassword},
    {"POST", "/api/v1/session/second-factor", Access::kSignedIn, "", "user.second_factor_begun", Body::kJson, PostSecondFactor},
    {"PUT", "/api/v1/session/second-factor", Access::kSignedIn, "", "user.second_factor_enabled", Body::kJson, PutSecondFactor},
    {"DELETE", "/api/v1/session/second-factor", Access::kSignedIn, "", "user.second_factor_removed", Body::kJson, DeleteSecondFactor},
    {"GET", "/api/v1/session/signing-key", Access::kSignedIn, "", "", Body::kNone, GetSigningKey},
    {"PUT", "/api/v1/session/signing-key", Access::kSignedIn, "", "user.signing_key_kept", Body::kJson, PutSigningKey, 128 * 1024},
    {"DELETE", "/api/v1/session/signing-key", Access::kSignedIn, "", "user.signing_key_removed", Body::kJson, DeleteSigningKey},
    {"GET", "/api/v1/ending-signing-keys", Access::kRight, "employees.view", "", Body::kNone, GetEndingSigningKeys},
    {"GET", "/api/v1/employees", Access::kSignedIn, "", "", Body::kNone, GetEmployees},
    {"GET", "/api/v1/organization", Access::kSignedIn, "", "", Body::kNone, GetOrganization},
};
// clang-format on

// The journal: its handlers want the wiring too.
void AddJournal(const Services& services, AuditWiring wiring, std::vector<http::Route>& routes) {
  const auto shared = std::make_shared<const AuditWiring>(std::move(wiring));
  const auto add = [&](const char* pattern, const char* audit, auto handler) {
    routes.push_back({.method = "GET",
                      .pattern = pattern,
                      .access = Access::kRight,
                      .right = "audit.view",
                      .audit = audit,
                      .handler = [&services, shared, handler](const http::Request& request) {
                        return handler(services, *shared, request);
                      }});
  };
  add("/api/v1/audit-entries", "audit.viewed", GetAuditEntries);
  add("/api/v1/audit-words", "", GetAuditWords);
  add("/api/v1/audit-verification", "audit.verified", GetAuditVerification);
}

http::Route EventRoute() {
  return {.method = "GET",
          .pattern = "/api/v1/events",
          .access = Access::kSignedIn,
          .handler = EventStreams()};
}

}  // namespace

std::vector<http::Route> Routes(const Services& services) { return Routes(services, {}); }

std::vector<http::Route> Routes(const Services& services, AuditWiring wiring) {
  std::vector<http::Route> routes;
  AddJournal(services, std::move(wiring), routes);
  routes.push_back(EventRoute());
  for (const Line& line : kLines) {
    http::Route route{.method = line.method,
                      .pattern = line.pattern,
                      .access = line.access,
                      .right = line.right,
                      .audit = line.audit,
                      .body = line.body,
                      .body_limit = line.body_limit};
    route.handler = [&services, handler = line.handler](const http::Request& request) {
      return handler(services, request);
    };
    routes.push_back(std::move(route));
  }
  return routes;
}

}  // namespace okno::access

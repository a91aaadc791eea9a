// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"
#include "http/resources.h"
#include "logic/sessions.h"

namespace okno::access {
namespace {

bool IsChange(const http::Request& request) {
  return request.method != "GET" && request.method != "HEAD";
}

Outcome Check(const Services& services, http::Request& request, const http::Route& route) {
  auto cookie = request.cookies.find(kSessionCookie);
  if (cookie == request.cookies.end() || cookie->second.empty()) {
    return Refusal{RefusalKind::kUnauthorized, "access.not_signed_in", {}, {}};
  }
  auto principal = Authenticate(services, cookie->second);
  if (!principal) return principal.refusal();
  const bool may = route.access == http::Access::kSignedIn || (*principal)->May(route.right);
  // Set before the refusals below: the audit trail names who was refused.
  request.caller = *principal;
  if (IsChange(request) &&
      !crypto::SameBytes(request.header("x-csrf-token"), CsrfToken(cookie->second))) {
    return Refusal::Forbidden("access.csrf");
  }
  if (!may) return Refusal::Forbidden("access.no_right");
  return Done();
}

}  // namespace

http::Guard MakeGuard(const Services& services) {
  return [&services](http::Request& request, const http::Route& route) -> Outcome {
    if (route.access == http::Access::kAnonymous) return Done();
    return Check(services, request, route);
  };
}

const Principal& Of(const http::Request& request) {
  const auto* principal = dynamic_cast<const Principal*>(request.caller.get());
  if (!principal) throw std::logic_error("access: a request without a principal");
  return *principal;
}

}  // namespace okno::access

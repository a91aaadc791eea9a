// SPDX-License-Identifier: Apache-2.0
#include "contact_center/routes.h"

#include "http/calls.h"

namespace okno::contact_center {

std::vector<http::Route> Routes(const Services& services) {
  using enum http::Access;
  const auto with = [&services](auto handler) {
    return
        [&services, handler](const http::Request& request) { return handler(services, request); };
  };
  return {
      {.method = "GET",
       .pattern = "/api/v1/calls",
       .access = kRight,
       .right = "calls.view",
       .audit = "calls.viewed",
       .handler = with(GetCalls)},
      {.method = "GET",
       .pattern = "/api/v1/calls/{id}",
       .access = kRight,
       .right = "calls.view",
       .audit = "call.viewed",
       .handler = with(GetCall)},
      {.method = "POST",
       .pattern = "/api/v1/calls/{id}/attempts",
       .access = kRight,
       .right = "calls.record",
       .audit = "call.recorded",
       .body = http::Body::kJson,
       .handler = with(PostAttempt)},
  };
}

}  // namespace okno::contact_center

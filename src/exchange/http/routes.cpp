// SPDX-License-Identifier: Apache-2.0
#include "exchange/routes.h"

#include "http/handlers.h"

namespace okno::exchange {

std::vector<http::Route> Routes(const Services& services) {
  using enum http::Access;
  const auto with = [&](auto handler) {
    return [services, handler](const http::Request& request) { return handler(services, request); };
  };
  return {
      {.method = "GET",
       .pattern = "/api/v1/smev-messages",
       .access = kRight,
       .right = "exchange.view",
       .handler = with(ListSmevMessages)},
      {.method = "GET",
       .pattern = "/api/v1/smev-messages/{id}/xml",
       .access = kRight,
       .right = "exchange.view",
       .audit = "smev_message.viewed",
       .handler = with(GetSmevMessageXml)},
      {.method = "POST",
       .pattern = "/api/v1/smev-messages/{id}/retry",
       .access = kRight,
       .right = "exchange.manage",
       .audit = "smev_message.retried",
       .handler = with(RetrySmevMessage)},
      {.method = "GET",
       .pattern = "/api/v1/smev-connections",
       .access = kRight,
       .right = "exchange.view",
       .handler = with(ListSmevConnections)},
  };
}

}  // namespace okno::exchange

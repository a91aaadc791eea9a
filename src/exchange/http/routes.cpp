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
       .pattern = "/api/v1/smev-messages/{id}",
       .access = kRight,
       .right = "exchange.view",
       .audit = "smev_message.opened",
       .handler = with(GetSmevMessage)},
      {.method = "GET",
       .pattern = "/api/v1/smev-messages/{id}/envelopes/{envelope}",
       .access = kRight,
       .right = "exchange.view",
       .audit = "smev_message.viewed",
       .handler = with(GetSmevEnvelopeXml)},
      {.method = "POST",
       .pattern = "/api/v1/smev-messages/{id}/resolutions",
       .access = kRight,
       .right = "exchange.manage",
       .audit = "smev_message.resolved",
       .body = http::Body::kJson,
       .handler = with(ResolveSmevMessage),
       .slow = true},
      {.method = "GET",
       .pattern = "/api/v1/smev-messages/{id}/xml",
       .access = kRight,
       .right = "exchange.view",
       .audit = "smev_message.viewed",
       .handler = with(GetSmevMessageXml)},
      {.method = "GET",
       .pattern = "/api/v1/smev-connections",
       .access = kRight,
       .right = "exchange.view",
       .handler = with(ListSmevConnections)},
      {.method = "POST",
       .pattern = "/api/v1/smev-connections",
       .access = kRight,
       .right = "exchange.manage",
       .audit = "smev_connection.created",
       .body = http::Body::kJson,
       .handler = with(CreateSmevConnection)},
      {.method = "GET",
       .pattern = "/api/v1/smev-connections/{id}",
       .access = kRight,
       .right = "exchange.view",
       .handler = with(GetSmevConnection)},
      {.method = "PUT",
       .pattern = "/api/v1/smev-connections/{id}",
       .access = kRight,
       .right = "exchange.manage",
       .audit = "smev_connection.changed",
       .body = http::Body::kJson,
       .handler = with(ChangeSmevConnection)},
      {.method = "DELETE",
       .pattern = "/api/v1/smev-connections/{id}",
       .access = kRight,
       .right = "exchange.manage",
       .audit = "smev_connection.deleted",
       .handler = with(DeleteSmevConnection)},
      {.method = "POST",
       .pattern = "/api/v1/smev-connections/{id}/checks",
       .access = kRight,
       .right = "exchange.manage",
       .audit = "smev_connection.checked",
       .handler = with(CheckSmevConnection),
       .slow = true},
  };
}

}  // namespace okno::exchange

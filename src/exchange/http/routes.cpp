// SPDX-License-Identifier: Apache-2.0
#include "exchange/routes.h"

#include <memory>
#include <mutex>

#include "http/handlers.h"

namespace okno::exchange {

std::vector<http::Route> Routes(const Services& services) {
  using enum http::Access;
  const auto with = [&](auto handler) {
    return [services, handler](const http::Request& request) { return handler(services, request); };
  };
  // A bus that does not answer holds its caller for half a minute, and slow work (prints, uploads)
  // has few threads: live questions of screens take one of them at most.
  const auto alone = [&, line = std::make_shared<std::mutex>()](auto handler) {
    return [services, handler, line](const http::Request& request) -> Result<http::Response> {
      const std::unique_lock turn(*line, std::try_to_lock);
      if (!turn) return Refusal{RefusalKind::kUnavailable, "exchange.asking_already", {}, {}};
      return handler(services, request);
    };
  };
  return {
      {.method = "GET",
       .pattern = "/api/v1/smev-messages",
       .access = kRight,
       .right = "exchange.view",
       .audit = "smev_messages.searched",
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
       .handler = alone(CheckSmevConnection),
       .slow = true},
      {.method = "GET",
       .pattern = "/api/v1/smev-connections/{id}/queues",
       .access = kRight,
       .right = "exchange.view",
       .handler = alone(GetSmevQueues),
       .slow = true},
  };
}

}  // namespace okno::exchange

// SPDX-License-Identifier: Apache-2.0
#include "exchange/routes.h"

#include <map>
#include <memory>
#include <mutex>

#include "http/handlers.h"
#include "http/outside.h"

namespace okno::exchange {

namespace {

// Live questions to the bus: of a kind one at a time for each organization, so that those whose bus
// hangs leave the threads that wait to the others.
class Turns {
 public:
  // Not locked when somebody of the organization is asking already.
  std::unique_lock<std::mutex> TryTake(const access::OrganizationId& organization) {
    const std::lock_guard lock(mutex_);
    return std::unique_lock(lines_[organization], std::try_to_lock);
  }

 private:
  std::mutex mutex_;
  std::map<access::OrganizationId, std::mutex> lines_;
};

}  // namespace

std::vector<http::Route> Routes(const Services& services) {
  using enum http::Access;
  const auto with = [&](auto handler) {
    return [services, handler](const http::Request& request) { return handler(services, request); };
  };
  const auto in_turn = [&](auto handler) {
    return http::WaitsForOutside([services, handler, turns = std::make_shared<Turns>()](
                                     const http::Request& request) -> Result<http::Response> {
      const auto turn = turns->TryTake(access::Of(request).organization_id);
      if (!turn) return Refusal{RefusalKind::kUnavailable, "exchange.asking_already", {}, {}};
      return handler(services, request);
    });
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
       // Judging a message again fetches its files.
       .handler = http::WaitsForOutside(with(ResolveSmevMessage))},
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
       .handler = in_turn(CheckSmevConnection)},
      {.method = "GET",
       .pattern = "/api/v1/smev-connections/{id}/queues",
       .access = kRight,
       .right = "exchange.view",
       .handler = in_turn(GetSmevQueues)},
  };
}

}  // namespace okno::exchange

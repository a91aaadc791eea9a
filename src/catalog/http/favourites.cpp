// SPDX-License-Identifier: Apache-2.0
#include "access/principal.h"
#include "http/handlers.h"
#include "storage/favourite_store.h"

namespace okno::catalog {

Answer PutFavourite(const Services& services, const http::Request& request) {
  const auto service = services.catalog.Find(request.param("code"));
  if (service == nullptr) return Refusal::NotFound("catalog.service_not_found");
  const auto& principal = access::Of(request);
  services.db.Transact(principal.scope(), [&](db::Tx& tx) {
    AddFavourite(tx, principal, service->code, services.clock.Now());
  });
  return http::Response::NoContent();
}

// A service no longer offered can still be taken off the list.
Answer DeleteFavourite(const Services& services, const http::Request& request) {
  const auto& principal = access::Of(request);
  services.db.Transact(principal.scope(),
                       [&](db::Tx& tx) { RemoveFavourite(tx, principal, request.param("code")); });
  return http::Response::NoContent();
}

}  // namespace okno::catalog

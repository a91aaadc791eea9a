// SPDX-License-Identifier: Apache-2.0
#include "catalog/routes.h"

#include "http/handlers.h"

namespace okno::catalog {

std::vector<http::Route> Routes(const Services& services) {
  using enum http::Access;
  const auto with = [&](auto handler) {
    return [services, handler](const http::Request& request) { return handler(services, request); };
  };
  constexpr const char* kView = "services.view";
  return {
      {.method = "GET",
       .pattern = "/api/v1/services",
       .access = kRight,
       .right = kView,
       .handler = with(ListServices)},
      {.method = "GET",
       .pattern = "/api/v1/service-agencies",
       .access = kRight,
       .right = kView,
       .handler = with(ListAgencies)},
      {.method = "GET",
       .pattern = "/api/v1/services/{code}",
       .access = kRight,
       .right = kView,
       .handler = with(GetService)},
      {.method = "PUT",
       .pattern = "/api/v1/services/{code}/favourite",
       .access = kRight,
       .right = kView,
       .handler = with(PutFavourite)},
      {.method = "DELETE",
       .pattern = "/api/v1/services/{code}/favourite",
       .access = kRight,
       .right = kView,
       .handler = with(DeleteFavourite)},
      {.method = "GET",
       .pattern = "/api/v1/reference-books/{code}",
       .access = kSignedIn,
       .handler = with(GetReferenceBook)},
  };
}

}  // namespace okno::catalog

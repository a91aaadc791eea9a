// SPDX-License-Identifier: Apache-2.0
#include "applicants/routes.h"

#include "http/cards.h"

namespace okno::applicants {

std::vector<http::Route> Routes(const Services& services) {
  using enum http::Access;
  using enum http::Body;
  const auto with = [&](auto handler) {
    return [services, handler](const http::Request& request) { return handler(services, request); };
  };
  return {
      {.method = "GET",
       .pattern = "/api/v1/applicants",
       .access = kRight,
       .right = "applicants.view",
       .audit = "applicants.searched",
       .handler = with(SearchCards)},
      {.method = "POST",
       .pattern = "/api/v1/applicants",
       .access = kRight,
       .right = "applicants.edit",
       .audit = "applicant.created",
       .body = kJson,
       .handler = with(CreateCard)},
      {.method = "GET",
       .pattern = "/api/v1/applicants/{id}",
       .access = kRight,
       .right = "applicants.view",
       .audit = "applicant.viewed",
       .handler = with(GetCard)},
      {.method = "PUT",
       .pattern = "/api/v1/applicants/{id}",
       .access = kRight,
       .right = "applicants.edit",
       .audit = "applicant.changed",
       .body = kJson,
       .handler = with(UpdateCard)},
      {.method = "GET",
       .pattern = "/api/v1/applicants/{id}/history",
       .access = kRight,
       .right = "applicants.view",
       .audit = "applicant.history_viewed",
       .handler = with(GetCardHistory)},
  };
}

}  // namespace okno::applicants

// SPDX-License-Identifier: Apache-2.0
#include "agency/routes.h"

#include "http/registrations.h"

namespace okno::agency {

std::vector<http::Route> Routes(const Services& services) {
  using http::Access;
  using http::Body;
  const auto with = [&services](auto handler) {
    return
        [&services, handler](const http::Request& request) { return handler(services, request); };
  };
  const std::string base = "/api/v1/registrations";
  return {
      {"GET", base, Access::kRight, "registrations.view", "registrations.searched", Body::kNone, 0,
       with(HandleList)},
      {"GET", "/api/v1/registration-counts", Access::kRight, "registrations.view", "", Body::kNone,
       0, with(HandleCounts)},
      {"GET", "/api/v1/registration-services", Access::kRight, "registrations.view", "",
       Body::kNone, 0, with(HandleServices)},
      {"GET", base + "/{id}", Access::kRight, "registrations.view", "registration.viewed",
       Body::kNone, 0, with(HandleGet)},
      {"POST", base + "/{id}/acceptance", Access::kRight, "registrations.decide",
       "registration.accepted", Body::kJson, 4096, with(HandleAccept)},
      {"POST", base + "/{id}/routing", Access::kRight, "registrations.route", "registration.routed",
       Body::kJson, 16384, with(HandleRoute)},
      {"POST", base + "/{id}/decision", Access::kRight, "registrations.decide",
       "registration.decided", Body::kMultipart, services.policy.max_bytes * 2, with(HandleDecide)},
      {"POST", base + "/{id}/file-checks", Access::kRight, "registrations.decide", "",
       Body::kMultipart, services.policy.max_bytes + 1024 * 1024, with(HandleFileCheck)},
      {"GET", base + "/{id}/files/{file_id}", Access::kRight, "registrations.view",
       "registration.file_viewed", Body::kNone, 0, with(HandleFile)},
  };
}

}  // namespace okno::agency

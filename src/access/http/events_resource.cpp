// SPDX-License-Identifier: Apache-2.0
#include "access/live.h"
#include "http/hub.h"
#include "http/resources.h"

namespace okno::access {

Result<http::Response> GetEvents(const Services&, const http::Request& request) {
  return http::Response::EventStream(std::make_shared<http::Subscription>(TopicsOf(Of(request))));
}

}  // namespace okno::access

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agency/routes.h"

namespace okno::agency {

Result<http::Response> HandleList(const Services& services, const http::Request& request);
Result<http::Response> HandleCounts(const Services& services, const http::Request& request);
// What comes to this agency through the exchange, for a choice.
Result<http::Response> HandleServices(const Services& services, const http::Request& request);
Result<http::Response> HandleGet(const Services& services, const http::Request& request);
Result<http::Response> HandleAccept(const Services& services, const http::Request& request);
Result<http::Response> HandleRoute(const Services& services, const http::Request& request);
Result<http::Response> HandleDecide(const Services& services, const http::Request& request);
Result<http::Response> HandleFileCheck(const Services& services, const http::Request& request);
Result<http::Response> HandleFile(const Services& services, const http::Request& request);

}  // namespace okno::agency

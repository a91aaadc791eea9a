// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/routes.h"

namespace okno::exchange {

Result<http::Response> ListSmevMessages(const Services& services, const http::Request& request);
Result<http::Response> GetSmevMessageXml(const Services& services, const http::Request& request);
Result<http::Response> RetrySmevMessage(const Services& services, const http::Request& request);
Result<http::Response> ListSmevConnections(const Services& services, const http::Request& request);

}  // namespace okno::exchange

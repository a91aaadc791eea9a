// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/routes.h"

namespace okno::exchange {

Result<http::Response> ListSmevMessages(const Services& services, const http::Request& request);
Result<http::Response> GetSmevMessage(const Services& services, const http::Request& request);
Result<http::Response> GetSmevMessageXml(const Services& services, const http::Request& request);
Result<http::Response> GetSmevEnvelopeXml(const Services& services, const http::Request& request);
Result<http::Response> ResolveSmevMessage(const Services& services, const http::Request& request);

Result<http::Response> ListSmevConnections(const Services& services, const http::Request& request);
Result<http::Response> GetSmevConnection(const Services& services, const http::Request& request);
Result<http::Response> CreateSmevConnection(const Services& services, const http::Request& request);
Result<http::Response> ChangeSmevConnection(const Services& services, const http::Request& request);
Result<http::Response> DeleteSmevConnection(const Services& services, const http::Request& request);
Result<http::Response> CheckSmevConnection(const Services& services, const http::Request& request);
Result<http::Response> GetSmevQueues(const Services& services, const http::Request& request);

}  // namespace okno::exchange

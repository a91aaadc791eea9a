// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/routes.h"

namespace okno::documents {

Result<http::Response> ListFiles(const Services& services, const http::Request& request);
Result<http::Response> AddFile(const Services& services, const http::Request& request);
Result<http::Response> GetFile(const Services& services, const http::Request& request);

}  // namespace okno::documents

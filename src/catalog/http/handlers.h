// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/routes.h"

namespace okno::catalog {

using Answer = Result<http::Response>;

Answer ListServices(const Services& services, const http::Request& request);
Answer ListAgencies(const Services& services, const http::Request& request);
Answer GetService(const Services& services, const http::Request& request);
Answer PutFavourite(const Services& services, const http::Request& request);
Answer DeleteFavourite(const Services& services, const http::Request& request);
Answer GetReferenceBook(const Services& services, const http::Request& request);

}  // namespace okno::catalog

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "applicants/routes.h"

namespace okno::applicants {

Result<http::Response> SearchCards(const Services& services, const http::Request& request);
Result<http::Response> CreateCard(const Services& services, const http::Request& request);
Result<http::Response> GetCard(const Services& services, const http::Request& request);
Result<http::Response> UpdateCard(const Services& services, const http::Request& request);
Result<http::Response> GetCardHistory(const Services& services, const http::Request& request);

}  // namespace okno::applicants

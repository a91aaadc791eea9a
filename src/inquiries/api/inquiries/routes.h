// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "http/router.h"
#include "inquiries/use_cases.h"

namespace okno::inquiries {

// `services` must outlive the router.
std::vector<http::Route> Routes(const Services& services);

}  // namespace okno::inquiries

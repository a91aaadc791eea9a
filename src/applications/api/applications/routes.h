// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "applications/use_cases.h"
#include "http/router.h"

namespace okno::applications {

// `services` and what it refers to must outlive the router.
std::vector<http::Route> Routes(const Services& services);

}  // namespace okno::applications

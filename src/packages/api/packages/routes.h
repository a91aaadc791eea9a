// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "http/router.h"
#include "packages/courier_runs.h"

namespace okno::packages {

// `services` and what it refers to must outlive the router.
std::vector<http::Route> Routes(const Services& services);

}  // namespace okno::packages

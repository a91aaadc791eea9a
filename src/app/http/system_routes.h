// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "http/router.h"

namespace okno::app {

struct House;

// /healthz, /readyz, /metrics and /api/v1/openapi.json, open to everybody who reaches the port.
std::vector<http::Route> SystemRoutes(House& house);

}  // namespace okno::app

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "access/principal.h"
#include "access/routes.h"
#include "json/json.h"

namespace okno::access {

// Session of openapi.yaml.
Json SessionView(const Services& services, const Principal& principal, std::string_view token);

}  // namespace okno::access

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logic/lists.h"

namespace okno::applications {

// {items, next_cursor?} of ApplicationRow of openapi.yaml.
Json PageJson(const Services& services, const Page& page);

}  // namespace okno::applications

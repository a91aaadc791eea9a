// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "contact_center/calls.h"
#include "http/router.h"

namespace okno::contact_center {

// `services` and what it refers to must outlive the router.
std::vector<http::Route> Routes(const Services& services);

}  // namespace okno::contact_center

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "applicants/applicant.h"
#include "http/router.h"

namespace okno::applicants {

// What the handlers need; everything must outlive the router.
using Services = Context;
std::vector<http::Route> Routes(const Services& services);

}  // namespace okno::applicants

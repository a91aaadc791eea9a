// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "agency/registration.h"
#include "http/router.h"
#include "text/messages.h"

namespace okno::agency {

// What the handlers need; everything must outlive the router.
struct Services {
  Context context;
  const text::Catalog& texts;
  files::Policy policy;
};
std::vector<http::Route> Routes(const Services& services);

}  // namespace okno::agency

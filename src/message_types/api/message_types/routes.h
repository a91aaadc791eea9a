// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "db/pool.h"
#include "http/router.h"
#include "text/messages.h"
#include "time/time.h"

namespace okno::message_types {

// What the handlers need; outlives the router.
struct Services {
  db::Pool& db;
  const Clock& clock;
  const text::Catalog& texts;
};
std::vector<http::Route> Routes(const Services& services);

}  // namespace okno::message_types

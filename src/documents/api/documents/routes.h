// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "db/pool.h"
#include "files/store.h"
#include "http/router.h"
#include "time/time.h"

namespace okno::documents {

// What the handlers need; everything must outlive the router.
struct Services {
  db::Pool& db;
  files::Store& files;
  const Clock& clock;
  files::Policy uploads = {};
};
std::vector<http::Route> Routes(const Services& services);

}  // namespace okno::documents

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "catalog/content.h"
#include "catalog/service.h"
#include "db/pool.h"
#include "http/router.h"

namespace okno::catalog {

// What the handlers need; outlives the router.
struct Services {
  db::Pool& db;
  const Catalog& catalog;
  const std::vector<ReferenceBook>& reference_books;
  const Clock& clock;
};
std::vector<http::Route> Routes(const Services& services);

}  // namespace okno::catalog

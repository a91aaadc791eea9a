// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "crypto/gost.h"
#include "db/pool.h"
#include "http/router.h"
#include "logic/failures.h"
#include "logic/settlement.h"

namespace okno::testbed {

// What the control interface and the page need; everything must outlive the router.
struct ControlServices {
  db::Pool& db;
  Failures& failures;
  Schemas& schemas;
  const crypto::Signer& signer;
  std::string schema_folder;  // where uploaded schemas are put
};
// /control/… for this machine only; see README.md.
std::vector<http::Route> ControlRoutes(const ControlServices& services);
// The page at /.
std::vector<http::Route> PageRoutes(const ControlServices& services);

// Participants with their queues, message types, the last messages, counts, the ordered failure.
Json StateOf(const ControlServices& services);

}  // namespace okno::testbed

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <vector>

#include "access/known_sessions.h"
#include "access/secret_keys.h"
#include "db/pool.h"
#include "http/router.h"
#include "http/server.h"
#include "text/messages.h"
#include "time/time.h"

namespace okno::access {

struct SessionOptions {
  std::chrono::minutes idle{30};
  std::chrono::minutes absolute{12 * 60};
  bool secure_cookie = false;  // behind TLS
};
// What the handlers, the guard and the observer need; must outlive them.
struct Services {
  db::Pool& db;
  const Clock& clock;
  const text::Catalog& texts;
  SessionOptions sessions;
  SecretKeys keys = {};
  KnownSessions known = {};
};
std::vector<http::Route> Routes(const Services& services);

// Lets through who has a living session, the right of the route and, for a change, the session's
// CSRF token. Refused: "access.not_signed_in", "access.session_expired" (401), "access.csrf",
// "access.no_right" (403).
http::Guard MakeGuard(const Services& services);
// Writes the audit trail: the route's event for an answer 2xx, "access.denied" for 403 and 404.
http::Observer MakeObserver(const Services& services);

// Periodic task: removes sessions that are over, and sign-in failures that no longer count; returns
// how many sessions.
long long RemoveExpiredSessions(const Services& services);

}  // namespace okno::access

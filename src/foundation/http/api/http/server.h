// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "http/hub.h"
#include "http/message.h"
#include "http/metrics.h"
#include "http/proxies.h"
#include "http/router.h"

namespace okno::http {

struct ServerOptions {
  std::string listen = "127.0.0.1";
  int port = 8080;                       // 0: any free one, see Server::port()
  int workers = 8;
  int slow_workers = 2;
  std::size_t queue = 1024;              // requests waiting for a worker; more: 503 with Retry-After
  int max_connections = 4096;
  std::size_t header_limit = 32 * 1024;  // 431 above
  // Each bounds a whole phase, not a single read. Bodies and answers get one more second for every 32 KiB carried.
  std::chrono::milliseconds idle_timeout{75000}, header_timeout{15000}, body_timeout{60000}, write_timeout{30000},
      drain_timeout{10000};
  std::chrono::milliseconds stream_comment{15000};     // pause between the comments that keep an event stream alive
  std::chrono::milliseconds stream_lifetime{900000};   // then it is ended: the reconnect passes the guard again
  std::string static_folder;             // the web application's dist folder; "" serves none
  std::string temp_folder;               // for uploads; "" is the system's
  bool secure_cookies_and_hsts = false;  // on behind TLS
  TrustedProxies trusted_proxies;        // none by default
};

// Decides whether the caller may use the route; fills request.caller. A refusal is answered as a problem.
using Guard = std::function<Outcome(Request&, const Route&)>;
// Told of every request on a route with an audit event that reached the guard, refused ones included (status): the
// audit trail. Runs before the answer leaves; when it throws the caller gets the fault instead, so nothing is shown
// that is not in the trail. Requests refused by the protocol limits never reach it.
using Observer = std::function<void(const Request&, const Route&, const Response&)>;

// HTTP/1.1 over Boost.Beast, one source file. Protocol limits and their answers: src/foundation/http/README.md.
// Handlers run on a bounded pool of threads; exceptions become 500 "server.fault" (or 503 "database.unavailable" for
// a lost database), logged with the request id. The router, hub, metrics and texts must outlive the server.
class Server {
 public:
  Server(ServerOptions options, const Router& router, Hub& hub, Metrics& metrics, const text::Catalog& texts,
         Guard guard, Observer observer);
  ~Server();
  void Start();           // binds and returns; throws with a text for a person when the port is taken
  int port() const;
  // Graceful: stops accepting, ends streams and idle connections, finishes what runs; after drain_timeout the rest is
  // cut. Returns when the last running handler has returned. Repeated calls do nothing.
  void Stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace okno::http

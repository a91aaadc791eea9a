// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "http/hub.h"
#include "http/message.h"
#include "http/metrics.h"
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
  std::chrono::seconds idle_timeout{75}, header_timeout{15}, body_timeout{60}, write_timeout{30}, drain_timeout{10};
  std::string static_folder;             // web applications' dist folders; "" serves none
  std::string temp_folder;               // for uploads
  bool secure_cookies_and_hsts = false;  // on behind TLS
};

// Decides whether the caller may use the route; fills request.caller. A refusal is answered as a problem.
using Guard = std::function<Outcome(Request&, const Route&)>;
// Told of every finished request on a route with an audit event (status included): the audit trail.
using Observer = std::function<void(const Request&, const Route&, const Response&)>;

// HTTP/1.1 over Boost.Beast, one source file. Protocol limits and their answers: src/foundation/http/README.md.
// Handlers run on a bounded pool of threads; exceptions become 500 "server.fault" (or 503 "database.unavailable" for
// a lost database), logged with the request id.
class Server {
 public:
  Server(ServerOptions options, const Router& router, Hub& hub, Metrics& metrics, const text::Catalog& texts,
         Guard guard, Observer observer);
  ~Server();
  void Start();           // binds and returns; throws with a text for a person when the port is taken
  int port() const;
  void Stop();            // graceful: stops accepting, finishes what runs, ends streams, within drain_timeout

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace okno::http

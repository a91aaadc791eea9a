// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "answer.h"
#include "head.h"
#include "http/server.h"
#include "static_files.h"
#include "upload.h"

namespace okno::http {

// One request on its way. The I/O thread and a worker hold it in turns, never together.
struct Exchange {
  Request request;
  Framing framing;
  const Route* route = nullptr;  // null: a static file, or nothing
  std::unique_ptr<Upload> upload;
  bool admitted = false;  // the guard has said yes
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
};

// Everything between a parsed head and a finished answer that is not input or output. Knows nothing
// of sockets.
class Dispatcher {
 public:
  Dispatcher(const ServerOptions& options, const Router& router, Metrics& metrics,
             const text::Catalog& texts, Guard guard, Observer observer);

  // Takes the head over and finds the route. An answer is given when the head alone refuses the
  // request.
  std::optional<Answer> Open(Exchange& exchange, ParsedHead head, const std::string& peer) const;
  // The guard alone, before a body that is not worth reading for a stranger. An answer is given
  // when it refuses.
  std::optional<Answer> Admit(Exchange& exchange) const;
  // The next piece of an upload. An answer is given when it can not be read or stored. Worker
  // threads only.
  std::optional<Answer> Feed(Exchange& exchange, std::string_view bytes) const;
  // Guard (unless admitted), handler, observer. Worker threads only.
  Answer Handle(Exchange& exchange);
  Answer Refuse(const Exchange& exchange, const ProtocolError& error) const;
  // How many bytes of body the exchange may carry.
  static std::size_t BodyLimit(const Exchange& exchange);

 private:
  std::optional<ProtocolError> PrepareBody(Exchange& exchange) const;
  Response Refused(const Exchange& exchange, const Refusal& refusal) const;
  Response Run(Exchange& exchange) const;
  Response Protect(const Exchange& exchange, const std::function<Response()>& run) const;
  Response Fault(const Exchange& exchange, std::string_view what) const;
  Answer Finish(const Exchange& exchange, Response response) const;
  Answer HandleStatic(const Exchange& exchange);
  void Record(const Exchange& exchange, int status) const;
  Transport transport() const {
    return options_.secure_cookies_and_hsts ? Transport::kTls : Transport::kPlain;
  }

  const ServerOptions& options_;
  const Router& router_;
  Metrics& metrics_;
  const text::Catalog& texts_;
  const Guard guard_;
  const Observer observer_;
  StaticFiles static_files_;
};

}  // namespace okno::http

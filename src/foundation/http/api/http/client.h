// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <string>

namespace okno::http {

// Outgoing HTTP/1.1, blocking, over libcurl. Never follows redirects, never reads proxies from the environment, speaks
// http and https only. Connections are kept per thread for the next exchange.
struct ClientAnswer {
  enum class Kind {
    kAnswered,  // any status
    kRefused,   // nothing was sent: the address is wrong, unknown, or nobody listens there
    kTimeout,   // no whole answer in time; the other side may have acted
    kBroken,    // the connection broke or the answer was cut short; the other side may have acted
    kTooLarge,  // the answer is longer than answer_limit
  } kind = Kind::kBroken;
  int status = 0;
  std::map<std::string, std::string, std::less<>> headers;  // lower case
  std::string body;
  std::string error;   // for a log line
};
struct ClientRequest {
  std::string method = "GET";
  std::string url;     // http://host:port/path
  std::map<std::string, std::string> headers;
  std::string body;
  std::chrono::milliseconds timeout{30000};  // for the whole exchange
  std::size_t answer_limit = 64 * 1024 * 1024;
};
ClientAnswer Send(const ClientRequest& request);

}  // namespace okno::http

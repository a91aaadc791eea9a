// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <string>

namespace okno::http {

// Outgoing HTTP (libcurl is not needed: plain blocking HTTP/1.1 with deadlines for the whole exchange).
struct ClientAnswer {
  enum class Kind { kAnswered, kRefused, kTimeout, kBroken, kTooLarge } kind = Kind::kBroken;
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
  std::chrono::milliseconds timeout{30000};
  std::size_t answer_limit = 64 * 1024 * 1024;
};
ClientAnswer Send(const ClientRequest& request);

}  // namespace okno::http
